package main

// contender is hearsay or a peer at one task.
type contender struct {
	task, name string
	env        string // environment; "" for hearsay, "python" for the bare interpreter
	// command gets the input and the file to write; a contender that writes to
	// standard output says so.
	command func(b *bench, in, out string) []string
	stdout  bool
	once    bool   // so slow that one run has to do
	missing string // why it cannot be measured at all
}

func hearsay(task string, stdout bool, args ...string) contender {
	return contender{task: task, name: "hearsay", stdout: stdout, command: func(b *bench, in, out string) []string {
		words := append([]string{b.hearsay}, args...)
		words = append(words, in)
		if !stdout {
			words = append(words, "-o", out)
		}
		return words
	}}
}

func python(task, name, env, script string, args ...string) contender {
	return contender{task: task, name: name, env: env, command: func(b *bench, in, out string) []string {
		interpreter := "python3"
		if env != "python" {
			interpreter = b.python(env)
		}
		return append(append([]string{interpreter, b.adapter(script)}, args...), in, out)
	}}
}

func corenlp(task, name, work string) contender {
	return contender{task: task, name: name, env: "corenlp", once: true, command: func(b *bench, in, out string) []string {
		return []string{"java", "-Xmx4g", "-XX:+UseSerialGC", "-cp", b.folder("corenlp") + ":" + b.jars(), "CoreNLP", work, in, out}
	}}
}

func missing(task, name, why string) contender {
	return contender{task: task, name: name, missing: why}
}

const noHub = "installs, but its models come from a hub, not from a package registry"

var contenders = []contender{
	hearsay("statements", false, "annotate"),
	python("statements", "spaCy + textacy", "textacy", "textacy_quotes.py"),
	corenlp("statements", "CoreNLP quote", "quotes"),
	missing("statements", "Gender Gap Tracker", "its extractor is published as a repository, not as a package"),

	hearsay("language", true, "parse"),
	python("language", "spaCy", "spacy", "spacy_parse.py"),
	corenlp("language", "CoreNLP depparse", "parse"),
	missing("language", "UDPipe", noHub),
	missing("language", "Stanza", noHub),

	hearsay("dates", false, "annotate"),
	python("dates", "dateparser", "dateparser", "dateparser_dates.py"),
	corenlp("dates", "SUTime", "dates"),

	hearsay("copies", false, "copies"),
	python("copies", "word 6-grams", "python", "ngrams_copies.py"),
	python("copies", "datasketch", "datasketch", "datasketch_copies.py"),

	hearsay("stories", true, "stories"),
	python("stories", "scikit-learn agglomerative", "scikit-learn", "sklearn_stories.py", "agglomerative"),
	python("stories", "scikit-learn DBSCAN", "scikit-learn", "sklearn_stories.py", "dbscan"),

	hearsay("extraction", true, "extract"),
	python("extraction", "trafilatura", "trafilatura", "trafilatura_extract.py"),
	python("extraction", "readability-lxml", "readability", "readability_extract.py"),
	python("extraction", "newspaper4k", "newspaper", "newspaper_extract.py"),
}
