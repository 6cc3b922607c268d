/*
 * Lucene's exact phrase queries, called as bench/peers/phrases.ts calls every tool. Positions are indexed; term vectors,
 * norms and stored fields are not. Input is already folded, so words are separated by white space only.
 *
 *     java -cp LUCENE_CORE_JAR:CLASSES LuceneCounts build|ask INPUT INDEX
 */
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

public class LuceneCounts {
  private static final String FIELD = "text";
  private static final int ROUNDS_BEFORE = 10;

  public static void main(String[] args) throws IOException {
    Path input = Path.of(args[1]);
    Path index = Path.of(args[2]);
    if (args[0].equals("build")) build(input, index);
    else ask(input, index);
  }

  private static void build(Path input, Path index) throws IOException {
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long began = system.getProcessCpuTime();
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.setOmitNorms(true);
    type.freeze();
    // The analyzer is not used: each field has its own token stream.
    Analyzer analyzer = new StandardAnalyzer();
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(index), new IndexWriterConfig(analyzer))) {
      for (String line : Files.readAllLines(input.resolve("paragraphs.txt"))) {
        Document document = new Document();
        document.add(new Field(FIELD, new Words(line.split(" ")), type));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    long spent = (system.getProcessCpuTime() - began) / 1_000_000;
    System.out.println("{\"version\":\"" + Version.LATEST + "\",\"build_ms\":" + spent + "}");
  }

  private static void ask(Path input, Path index) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      // No answer is cached.
      searcher.setQueryCache(null);
      searcher.setSimilarity(new Occurrences());
      List<Query> queries = new ArrayList<>();
      for (String line : Files.readAllLines(input.resolve("phrases.txt"))) {
        queries.add(new PhraseQuery(FIELD, line.split(" ")));
      }
      List<String> paragraphs = new ArrayList<>();
      List<String> occurrences = new ArrayList<>();
      for (Query query : queries) {
        paragraphs.add(String.valueOf(searcher.count(query)));
        Sum sum = new Sum();
        searcher.search(query, sum);
        occurrences.add(String.valueOf(sum.occurrences));
      }
      for (int round = 1; round < ROUNDS_BEFORE; round += 1) {
        for (Query query : queries) searcher.count(query);
      }
      List<String> times = new ArrayList<>();
      for (Query query : queries) {
        long start = System.nanoTime();
        searcher.count(query);
        times.add(String.valueOf((System.nanoTime() - start) / 1e6));
      }
      System.out.println(
          "{\"paragraphs\":" + paragraphs + ",\"occurrences\":" + occurrences + ",\"times_ms\":" + times + "}");
    }
  }

  /** Words as they are. */
  private static final class Words extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final String[] words;
    private int next;

    Words(String[] words) {
      this.words = words;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (next == words.length) return false;
      term.append(words[next]);
      next += 1;
      return true;
    }
  }

  /** Scores a paragraph by how often it contains the phrase. */
  private static final class Occurrences extends Similarity {
    @Override
    public long computeNorm(FieldInvertState state) {
      return 1;
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
      return new SimScorer() {
        @Override
        public float score(float frequency, long norm) {
          return frequency;
        }
      };
    }
  }

  private static final class Sum extends SimpleCollector {
    long occurrences;
    private Scorable scorer;

    @Override
    public void setScorer(Scorable scorer) {
      this.scorer = scorer;
    }

    @Override
    public void collect(int document) throws IOException {
      occurrences += (long) scorer.score();
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {}

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }
  }
}
