import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Applies each mutation to a copy of its source, compiles that alone, and runs the tests named with
/// it in front of the class path.
final class Mutants {
  private static final int SURVIVORS = 1;
  private static final int BROKEN = 70;

  /// A mutant may loop.
  private static final long MINUTES = 5;

  private static final String TIMEOUT = "out of time";

  private final Path project = Path.of(System.getProperty("mutants.project"));
  private final Path work = Path.of(System.getProperty("mutants.work"));
  private final String classpath = System.getProperty("mutants.classpath");

  /// How one ended.
  ///
  /// @param killers tests that noticed; empty where it survived
  private record Fate(Mutant mutant, List<String> killers) {}

  public static void main(String[] arguments) throws Exception {
    System.exit(new Mutants().run(List.of(arguments)));
  }

  private int run(List<String> arguments) throws Exception {
    List<String> ids = arguments.stream().filter(each -> !each.equals("--page")).toList();
    List<Mutant> all = Mutant.read(project.resolve("repair/mutants/mutants.tsv"));
    List<Mutant> chosen =
        all.stream().filter(each -> ids.isEmpty() || ids.contains(each.id())).toList();
    if (chosen.isEmpty()) {
      System.err.println("mutants broken: none is called " + ids);
      return BROKEN;
    }
    List<Fate> fates = fates(chosen);
    long survivors = fates.stream().filter(fate -> fate.killers().isEmpty()).count();
    System.out.println(
        fates.size() + " mutants, " + (fates.size() - survivors) + " killed, " + survivors + " survived");
    if (arguments.contains("--page") && ids.isEmpty()) {
      page(fates);
    }
    return survivors == 0 ? 0 : SURVIVORS;
  }

  private List<Fate> fates(List<Mutant> mutants) throws IOException, InterruptedException {
    List<Fate> fates = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<Fate>> begun =
          mutants.stream().map(each -> threads.submit(() -> fate(each))).toList();
      for (Future<Fate> each : begun) {
        try {
          Fate fate = each.get();
          fates.add(fate);
          System.out.println(
              fate.mutant().id()
                  + ": "
                  + (fate.killers().isEmpty() ? "survived" : "killed by " + fate.killers().getFirst()));
        } catch (ExecutionException broken) {
          threads.shutdownNow();
          throw new IOException(broken.getCause());
        }
      }
    }
    return fates;
  }

  private Fate fate(Mutant mutant) throws IOException, InterruptedException {
    Path classes = work.resolve("classes").resolve(mutant.id());
    Path source = work.resolve("sources").resolve(mutant.id()).resolve(mutant.simpleName());
    clear(classes);
    Files.createDirectories(classes);
    Files.createDirectories(source.getParent());
    Files.writeString(source, mutant.source(project));
    compile(mutant, source, classes);
    return new Fate(mutant, killers(mutant, classes));
  }

  private static void clear(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void compile(Mutant mutant, Path source, Path classes) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter words = new StringWriter();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classpath);
      if (!javac
          .getTask(words, files, null, options, null, files.getJavaFileObjects(source))
          .call()) {
        throw new IllegalArgumentException(mutant.id() + " does not compile: " + words);
      }
    }
  }

  private List<String> killers(Mutant mutant, Path classes)
      throws IOException, InterruptedException {
    List<String> argv =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes + File.pathSeparator + classpath,
                RunTests.class.getName()));
    for (String test : mutant.tests()) {
      argv.add(fullName(test));
    }
    Path out = work.resolve("sources").resolve(mutant.id()).resolve("tests.log");
    Process tests =
        new ProcessBuilder(argv)
            .directory(project.resolve(mutant.module()).toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    if (!tests.waitFor(MINUTES, TimeUnit.MINUTES)) {
      tests.destroyForcibly();
      return List.of(TIMEOUT);
    }
    List<String> lines = Files.readAllLines(out);
    if (lines.stream().noneMatch(line -> line.matches(RunTests.RAN + "[1-9]\\d*"))) {
      throw new IllegalStateException(mutant.id() + ": no test ran; see " + out);
    }
    return lines.stream()
        .filter(line -> line.startsWith(RunTests.FAILED))
        .map(line -> line.substring(RunTests.FAILED.length()))
        .distinct()
        .toList();
  }

  /// Found in the folders of the class path.
  private String fullName(String test) throws IOException {
    for (String folder : classpath.split(File.pathSeparator, -1)) {
      if (Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
          String suffix = test + ".class";
          List<Path> found =
              files.filter(file -> file.getFileName().toString().equals(suffix)).toList();
          if (!found.isEmpty()) {
            String name = Path.of(folder).relativize(found.getFirst()).toString();
            return name.substring(0, name.length() - ".class".length()).replace('/', '.');
          }
        }
      }
    }
    throw new IllegalArgumentException("no test is called " + test);
  }

  private void page(List<Fate> fates) throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Mutants

            Each line is a place where the half of unhang that changes hosts is broken on purpose, one at a time, and the
            first test that notices. `repair/mutants/run --page` writes this page, from `repair/mutants/mutants.tsv`.
            A new guard, or a new thing that a step restores or an undo reverts, gets its mutant there. One that
            survives is a test that is missing.

            | mutant | where | what is broken | killed by |
            |---|---|---|---|
            """);
    for (Fate fate : fates) {
      Mutant mutant = fate.mutant();
      page.append("| ")
          .append(mutant.id())
          .append(" | ")
          .append(mutant.simpleName().replace(".java", ""))
          .append(" | ")
          .append(mutant.what())
          .append(" | ")
          .append(fate.killers().isEmpty() ? "**nobody**" : "`" + fate.killers().getFirst() + "`")
          .append(" |\n");
    }
    Files.writeString(project.resolve("docs/mutants.md"), page.toString());
  }
}
