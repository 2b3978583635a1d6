// Package intake turns what people have – text files, saved web pages, JSON
// Lines of article records, folders of all of them – into articles.
//
// The text that is stored is the decoded text of the input: a byte order mark
// is dropped, bytes that are none in the encoding become U+FFFD, everything
// else, line ends included, stays as it stood. What is metadata or furniture
// is marked by blocks and stays in the text. A page's stored text is the text
// extracted from it, one paragraph a block.
package intake
