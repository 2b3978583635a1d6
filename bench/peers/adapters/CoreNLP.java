// CoreNLP.java TASK INPUT OUTPUT: Stanford CoreNLP on the bench's articles, run
// as a single source file with CoreNLP's jars on the class path.
//   quotes  the quote annotator with its default settings
//   dates   SUTime alone
//   parse   tags and the neural dependency parser on given words (CoNLL-U)

import edu.stanford.nlp.ling.CoreAnnotations.*;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.SemanticGraphCoreAnnotations.BasicDependenciesAnnotation;
import edu.stanford.nlp.semgraph.SemanticGraphEdge;
import edu.stanford.nlp.time.TimeAnnotations.TimexAnnotation;
import edu.stanford.nlp.time.TimeAnnotations.TimexAnnotations;
import edu.stanford.nlp.time.TimeAnnotator;
import edu.stanford.nlp.time.Timex;
import edu.stanford.nlp.util.CoreMap;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.json.Json;
import javax.json.JsonArrayBuilder;
import javax.json.JsonObject;

public class CoreNLP {
  public static void main(String[] args) throws Exception {
    try (BufferedReader in = Files.newBufferedReader(Path.of(args[1]));
        PrintWriter out = new PrintWriter(args[2], StandardCharsets.UTF_8)) {
      switch (args[0]) {
        case "quotes" -> quotes(in, out);
        case "dates" -> dates(in, out);
        case "parse" -> parse(in, out);
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }

  static JsonObject record(String line) {
    return Json.createReader(new StringReader(line)).readObject();
  }

  /** CoreNLP counts UTF-16 units; the bench counts code points. */
  static int at(String text, int offset) {
    return text.codePointCount(0, offset);
  }

  static JsonArrayBuilder span(String text, int start, int end) {
    return Json.createArrayBuilder().add(Json.createArrayBuilder().add(at(text, start)).add(at(text, end)));
  }

  static void quotes(BufferedReader in, PrintWriter out) throws Exception {
    Properties p = new Properties();
    p.setProperty("annotators", "tokenize,pos,lemma,ner,depparse,coref,quote");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(p);
    for (String line; (line = in.readLine()) != null; ) {
      JsonObject article = record(line);
      String text = article.getString("text");
      Annotation doc = new Annotation(text);
      pipeline.annotate(doc);
      List<CoreLabel> tokens = doc.get(TokensAnnotation.class);
      JsonArrayBuilder statements = Json.createArrayBuilder();
      List<CoreMap> found = doc.get(QuotationsAnnotation.class);
      for (CoreMap quote : found == null ? List.<CoreMap>of() : found) {
        JsonArrayBuilder source = Json.createArrayBuilder();
        Integer first = quote.get(QuoteAttributionAnnotator.MentionBeginAnnotation.class);
        Integer last = quote.get(QuoteAttributionAnnotator.MentionEndAnnotation.class);
        if (first != null && last != null) {
          source = span(text, tokens.get(first).beginPosition(), tokens.get(last).endPosition());
        }
        statements.add(Json.createObjectBuilder().add("source", source).add("cue", Json.createArrayBuilder())
            .add("content", span(text, quote.get(CharacterOffsetBeginAnnotation.class), quote.get(CharacterOffsetEndAnnotation.class))));
      }
      out.println(Json.createObjectBuilder().add("id", article.getString("id")).add("statements", statements).build());
    }
  }

  static void dates(BufferedReader in, PrintWriter out) throws Exception {
    Properties p = new Properties();
    p.setProperty("annotators", "tokenize,pos");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(p);
    pipeline.addAnnotator(new TimeAnnotator("sutime", p));
    for (String line; (line = in.readLine()) != null; ) {
      JsonObject article = record(line);
      String text = article.getString("text");
      Annotation doc = new Annotation(text);
      doc.set(DocDateAnnotation.class, article.getString("published"));
      pipeline.annotate(doc);
      JsonArrayBuilder dates = Json.createArrayBuilder();
      for (CoreMap found : doc.get(TimexAnnotations.class)) {
        Timex t = found.get(TimexAnnotation.class);
        List<CoreLabel> tokens = found.get(TokensAnnotation.class);
        dates.add(Json.createObjectBuilder()
            .add("start", at(text, tokens.get(0).beginPosition()))
            .add("end", at(text, tokens.get(tokens.size() - 1).endPosition()))
            .add("type", t.timexType())
            .add("value", t.value() == null ? "" : t.value()));
      }
      out.println(Json.createObjectBuilder().add("id", article.getString("id")).add("dates", dates).build());
    }
  }

  static void parse(BufferedReader in, PrintWriter out) throws Exception {
    Properties p = new Properties();
    p.setProperty("annotators", "tokenize,pos,depparse");
    p.setProperty("tokenize.whitespace", "true");
    p.setProperty("ssplit.isOneSentence", "true");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(p);
    List<String> words = new ArrayList<>();
    for (String line; (line = in.readLine()) != null; ) {
      String[] columns = line.split("\t");
      if (columns.length == 10 && columns[0].chars().allMatch(Character::isDigit)) {
        words.add(columns[1].replace(' ', '\u00a0'));
      } else if (line.isEmpty() && !words.isEmpty()) {
        write(pipeline, words, out);
        words.clear();
      }
    }
    if (!words.isEmpty()) write(pipeline, words, out);
  }

  static void write(StanfordCoreNLP pipeline, List<String> words, PrintWriter out) {
    Annotation doc = new Annotation(String.join(" ", words));
    pipeline.annotate(doc);
    CoreMap sentence = doc.get(SentencesAnnotation.class).get(0);
    List<CoreLabel> tokens = sentence.get(TokensAnnotation.class);
    if (tokens.size() != words.size()) {
      throw new IllegalStateException(tokens.size() + " words for " + words);
    }
    SemanticGraph graph = sentence.get(BasicDependenciesAnnotation.class);
    for (CoreLabel token : tokens) {
      int head = 0;
      String label = "root";
      for (SemanticGraphEdge edge : graph.incomingEdgeIterable(graph.getNodeByIndex(token.index()))) {
        head = edge.getGovernor().index();
        label = edge.getRelation().toString();
      }
      out.println(String.join("\t", "" + token.index(), token.word(), "_", "_", token.tag(), "_", "" + head, label, "_", "_"));
    }
    out.println();
  }
}
