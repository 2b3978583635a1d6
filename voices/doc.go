// Package voices says who is who: within an article it resolves pronouns,
// short forms, roles and metonyms to the fullest name printed; across the
// articles of a story it finds one voice behind its variants and keeps two
// people of one surname apart.
//
// Unnamed sources keep their description and are never merged across
// articles; a speaker that cannot be told stays unknown, with candidates.
package voices
