package dev.unhang.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The launcher, in a project that consists of nothing else: a `mvn` that writes down that it was
/// called and makes a jar out of a source, and a `java` that says what it was given. What it does
/// with the real ones is seen in packaging/check.
class LauncherTest {
  private static final long BOUND_SECONDS = 60;

  @TempDir Path folder;
  private Path project;
  private Path tools;
  private Path jdk;

  /// @param status exit status
  private record Ended(int status, String out, String err) {}

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectories(folder.resolve("a project"));
    tools = Files.createDirectory(folder.resolve("tools"));
    Path jvms = Files.createDirectory(folder.resolve("jvms"));
    jdk = Files.createDirectories(jvms.resolve("temurin-25"));
    // The machine's own JDKs are not to be found.
    script(
        project.resolve("unhang"),
        SourceTree.read("unhang")
            .replace("/usr/lib/jvm/", jvms + "/")
            .replace("/etc/os-release", folder.resolve("os-release").toString()));
    for (String module :
        List.of(
            "model",
            "config",
            "logs",
            "hosts",
            "findings",
            "fleet",
            "repair",
            "watch",
            "linux",
            "sim",
            "picocli",
            "app")) {
      Files.createDirectories(project.resolve(module + "/src/main/java"));
      Files.writeString(project.resolve(module + "/pom.xml"), "<project/>");
    }
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.createDirectory(project.resolve("packaging"));
    script(project.resolve("packaging/native"), SourceTree.read("packaging/native"));
    Files.createDirectories(project.resolve("docs/rules"));
    Files.createDirectories(project.resolve("docs/steps"));
    source("first");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
    Files.createDirectory(jdk.resolve("bin"));
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    // Prints the jar, where it stands, its arguments and its input.
    script(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        while [ "$1" != -jar ]; do shift; done
        cat "$2"; shift 2
        echo "in $(pwd)"
        for word in "$@"; do echo "word $word"; done
        cat
        exit 42
        """);
    script(
        tools.resolve("mvn"),
        """
        #!/bin/sh
        echo built >>"$MVN_CALLS"
        echo "Maven says something"
        cd "$MVN_PROJECT" || exit
        mkdir -p app/target/quick/lib
        cat app/src/main/java/Main.java >app/target/quick/unhang.jar
        eval "$MVN_THEN"
        """);
  }

  @Test
  void buildsOnFirstUseAndOnlyThen() throws Exception {
    Ended first = unhang("scan");
    assertThat(first.out()).startsWith("first\n").doesNotContain("Maven");
    assertThat(first.err()).contains("building", "Maven says something");
    Ended second = unhang("scan");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void handsOnWordsFolderInputAndExitStatus() throws Exception {
    Ended ended = unhang("doctor", "a log", "");
    assertThat(ended.status()).as(ended.err()).isEqualTo(42);
    assertThat(ended.out())
        .isEqualTo("first\nin " + folder + "\nword doctor\nword a log\nword \nthe input\n");
  }

  @Test
  void buildsAgainWhenASourceIsNewOrChangedOrOlder() throws Exception {
    unhang();
    source("second");
    assertThat(unhang().out()).startsWith("second\n");
    // A backup that was restored: same size, older.
    source("backup");
    Files.setLastModifiedTime(mainJava(), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    assertThat(unhang().out()).startsWith("backup\n");
    Files.writeString(project.resolve("sim/src/main/java/New.java"), "");
    unhang();
    assertThat(builds()).isEqualTo(4);
  }

  @Test
  void testsAndOtherModulesDoNotMatter() throws Exception {
    unhang();
    Files.createDirectories(project.resolve("app/src/test/java"));
    Files.writeString(project.resolve("app/src/test/java/SomeTest.java"), "");
    Files.createDirectories(project.resolve("lab/src/main/java"));
    Files.writeString(project.resolve("lab/src/main/java/Main.java"), "");
    unhang();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void worksThroughALinkFromAnywhere() throws Exception {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, Path.of("a project/unhang"));
    assertThat(run(folder, "", link.toString()).out()).startsWith("first\n");
  }

  @Test
  void aBuildThatFailsLeavesNothingToRun() throws Exception {
    Ended ended = run(folder, "exit 1", launcher());
    assertThat(ended.status()).isEqualTo(69);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("do not build", "try: ");
    assertThat(run(folder, "", launcher()).out()).startsWith("first\n");
  }

  @Test
  void sourcesThatChangeWhileTheyAreBuiltAreBuiltAgain() throws Exception {
    String save = "[ -e saved ] || { touch saved; echo newer >app/src/main/java/Main.java; }";
    assertThat(run(folder, save, launcher()).out()).startsWith("newer\n");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void oldBuildsAreRemovedUnlessTheyRun() throws Exception {
    unhang();
    Path running = onlyBuild();
    source("second");
    Process holder =
        new ProcessBuilder("flock", "--shared", running.toString(), "sh", "-c", "echo; read x")
            .start();
    assertThat(holder.getInputStream().read()).isEqualTo('\n');
    unhang();
    assertThat(running).exists();
    holder.getOutputStream().close();
    holder.waitFor();
    source("a third");
    unhang();
    assertThat(running).doesNotExist();
    assertThat(Files.readString(onlyBuild().resolve("unhang.jar"))).isEqualTo("a third\n");
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    Process one = start(folder, "sleep 1", launcher());
    Process two = start(folder, "sleep 1", launcher());
    assertThat(ended(one).out()).startsWith("first\n");
    assertThat(ended(two).out()).startsWith("first\n");
    assertThat(builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ID=debian;VERSION_ID=\"12\" | try: the four lines for Debian 12 in README.md",
        "ID=debian;VERSION_ID=\"13\" | try: apt install openjdk-25-jdk-headless maven",
        "ID=ubuntu;ID_LIKE=debian;VERSION_ID=\"24.04\" | try: apt install openjdk-25-jdk-headless",
        "ID=\"almalinux\";ID_LIKE=\"rhel centos fedora\" | try: dnf install java-25-openjdk-devel"
            + " maven",
        "ID=fedora;VERSION_ID=43 | try: dnf install java-25-openjdk-devel maven",
        "ID=\"opensuse-leap\";ID_LIKE=\"suse opensuse\" | try: zypper install"
            + " java-25-openjdk-devel",
        "ID=nixos;VERSION_ID=\"25.11\" | try: nix-shell -p jdk25 maven",
        "ID=slackware | try: install Eclipse Temurin 25",
      })
  void withoutJdk25OneLineSaysWhatToInstallHere(String release, String said) throws Exception {
    Files.writeString(folder.resolve("os-release"), release.replace(';', '\n') + "\n");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"21.0.1\"\n");
    Ended ended = unhang();
    assertThat(ended.status()).isEqualTo(69);
    assertThat(ended.err()).contains("no JDK 25").contains(said);
  }

  @Test
  void withoutMavenOneLineSaysWhatToInstall() throws Exception {
    Files.delete(tools.resolve("mvn"));
    Ended ended = unhang();
    assertThat(ended.status()).isEqualTo(69);
    assertThat(ended.err()).contains("Maven is not there").contains("try: install Eclipse Temurin");
  }

  /// Only the first build needs Maven.
  @Test
  void runsWhatIsBuiltWithoutMaven() throws Exception {
    unhang();
    Files.delete(tools.resolve("mvn"));
    assertThat(unhang().out()).startsWith("first\n");
  }

  @Test
  void imageIsHandedToPackagingWithTheBuild() throws Exception {
    script(
        project.resolve("packaging/image"), "#!/bin/sh\ncat \"$2/unhang.jar\"; echo \"$1 $3\"\n");
    assertThat(unhang("--image", "here").out()).isEqualTo("first\n" + jdk + " here\n");
  }

  private Ended unhang(String... words) throws Exception {
    List<String> argv = new ArrayList<>(List.of(launcher()));
    argv.addAll(List.of(words));
    return run(folder, "", argv.toArray(String[]::new));
  }

  private String launcher() {
    return project.resolve("unhang").toString();
  }

  private Ended run(Path where, String mvnThen, String... argv) throws Exception {
    return ended(start(where, mvnThen, argv));
  }

  /// @param mvnThen what the stand-in for Maven does last
  private Process start(Path where, String mvnThen, String... argv) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(argv).directory(where.toFile());
    Path input = Files.writeString(folder.resolve("input"), "the input\n");
    builder.redirectInput(input.toFile());
    builder.environment().put("PATH", tools + ":" + plainPath());
    builder.environment().put("MVN_CALLS", calls().toString());
    builder.environment().put("MVN_PROJECT", project.toString());
    builder.environment().put("MVN_THEN", mvnThen);
    builder.environment().remove("JAVA_HOME");
    return builder.start();
  }

  /// What fits into a pipe's buffer is all that the stand-ins print.
  private static Ended ended(Process process) throws Exception {
    assertThat(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)).as("ended in time").isTrue();
    return new Ended(
        process.exitValue(),
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8),
        new String(
            process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
  }

  /// The machine's programs but for its Java and Maven: the few the launcher uses.
  private Path plainPath() throws IOException {
    Path plain = folder.resolve("plain");
    if (!Files.exists(plain)) {
      Files.createDirectory(plain);
      for (String program :
          List.of(
              "cat",
              "cp",
              "cut",
              "dirname",
              "find",
              "flock",
              "grep",
              "mkdir",
              "mktemp",
              "mv",
              "readlink",
              "rm",
              "sha256sum",
              "sh",
              "sleep",
              "sort",
              "touch",
              "uname")) {
        script(plain.resolve(program), "#!/bin/sh\nexec %s \"$@\"\n".formatted(program(program)));
      }
    }
    return plain;
  }

  private static Path program(String name) {
    for (String where : List.of("/usr/bin", "/bin")) {
      Path path = Path.of(where, name);
      if (Files.isExecutable(path)) {
        return path;
      }
    }
    throw new AssertionError(name + " is not in /usr/bin or /bin");
  }

  private void source(String text) throws IOException {
    Files.writeString(mainJava(), text + "\n");
  }

  private Path mainJava() {
    return project.resolve("app/src/main/java/Main.java");
  }

  private Path calls() {
    return folder.resolve("calls");
  }

  private long builds() throws IOException {
    return Files.readAllLines(calls()).size();
  }

  private Path onlyBuild() throws IOException {
    try (var builds = Files.newDirectoryStream(project.resolve(".unhang"), Files::isDirectory)) {
      List<Path> all = new ArrayList<>();
      builds.forEach(all::add);
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  private static void script(Path path, String text) throws IOException {
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
