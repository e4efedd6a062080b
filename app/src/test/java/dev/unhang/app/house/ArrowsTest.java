package dev.unhang.app.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.unhang.model.host.HostControl;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may use whom, as ARCHITECTURE.md draws it. Maven holds the arrows between modules at the
/// level of a pom; this holds what a pom can't say.
class ArrowsTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // What tests share is no test by its place.
          .withImportOption(location -> !location.contains("/dev/unhang/testing/"))
          .withImportOption(location -> !location.contains("/testing/target/"))
          .importPackages("dev.unhang");

  /// What every module may use beyond what its row says: the language, and the annotations of
  /// nullness.
  private static final List<String> EVERYBODY =
      List.of(
          "java.io",
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.math",
          "java.nio",
          "java.nio.charset",
          "java.security",
          "java.time..",
          "java.util..",
          "org.jspecify..");

  /// @param module the package below dev.unhang
  /// @param mayUse packages beyond its own and everybody's
  record Arrow(String module, List<String> mayUse) {
    Arrow(String module, String... mayUse) {
      this(module, List.of(mayUse));
    }

    @Override
    public String toString() {
      return module + " uses only " + (mayUse.isEmpty() ? "itself" : String.join(", ", mayUse));
    }
  }

  static Stream<Arrow> arrows() {
    return Stream.of(
        new Arrow("model"),
        // libvirt describes guests in XML.
        new Arrow("config", "dev.unhang.model..", "org.xmlpull.v1", "io.github.xstream.mxparser"),
        new Arrow(
            "logs",
            "dev.unhang.model..",
            "tools.jackson.core..",
            // Compressed logs and journals.
            "com.github.luben.zstd..",
            "org.tukaani.xz.."),
        new Arrow(
            "hosts",
            "dev.unhang.model..",
            "dev.unhang.config..",
            "dev.unhang.logs..",
            "tools.jackson.core..",
            // Reports are written by what the answers' records are made of.
            "java.lang.reflect"),
        new Arrow(
            "findings",
            "dev.unhang.model..",
            // The rank test of hangs against load; bounds of rates.
            "org.apache.commons.statistics..",
            "org.apache.commons.numbers.rootfinder"),
        new Arrow(
            "fleet",
            "dev.unhang.model..",
            "dev.unhang.config..",
            "dev.unhang.logs..",
            "dev.unhang.hosts..",
            "dev.unhang.findings..",
            // Ansible's inventories.
            "org.snakeyaml.engine.v2..",
            // Whether hangs are a matter of chance.
            "org.apache.commons.statistics.inference"),
        new Arrow(
            "repair",
            "dev.unhang.model..",
            "dev.unhang.config..",
            "dev.unhang.logs..",
            "dev.unhang.hosts..",
            "dev.unhang.findings..",
            "com.github.difflib.."),
        new Arrow(
            "watch",
            "dev.unhang.model..",
            "dev.unhang.logs..",
            "dev.unhang.hosts..",
            "dev.unhang.findings..",
            "dev.unhang.repair..",
            // The policy file.
            "org.tomlj.."),
        new Arrow(
            "linux",
            "dev.unhang.model..",
            "tools.jackson.core..",
            "java.lang.foreign",
            "java.nio.channels",
            "java.nio.file.."),
        new Arrow("sim", "dev.unhang.model..", "tools.jackson.core.."));
  }

  /// A module that reaches sideways or upwards can no longer be tested, or shipped, without the
  /// rest: `logs` runs inside other people's Java 21.
  @ParameterizedTest(name = "{0}")
  @MethodSource("arrows")
  void modulesReachOnlyDownwards(Arrow arrow) {
    String own = "dev.unhang." + arrow.module() + "..";
    String[] allowed =
        Stream.of(Stream.of(own), EVERYBODY.stream(), arrow.mayUse().stream())
            .flatMap(packages -> packages)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(primitivesAndArrays()))
        .because("arrows point only downwards; put the type with the noun it belongs to")
        .check(MAIN);
  }

  /// Without it, the first pointer outside `linux` is the end of "runs on any Java 21".
  @Test
  void nativeCallsStayInLinux() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.unhang.linux..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.foreign..")
        .because("native code is fenced into linux; give the port in model.host a method")
        .check(MAIN);
  }

  /// A rule that fetches can't be told what was read, and what was not.
  @Test
  void findingsAskNoHost() {
    noClasses()
        .that()
        .resideInAPackage("dev.unhang.findings..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.unhang.model.host..")
                .and(
                    notNamed(
                        // What a witness asked, and what came back: records.
                        "dev.unhang.model.host.ProbeAnswer", "dev.unhang.model.host.ProbeTarget")))
        .because("a rule weighs facts; add what it lacks to HostFacts and let a source fill it")
        .check(MAIN);
  }

  /// Facts are made before rules are asked, by code that doesn't know what they will be used for.
  @Test
  void sourcesDoNotKnowFindings() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.unhang.config..", "dev.unhang.logs..", "dev.unhang.hosts..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.unhang.model.finding..")
        .because("evidence is read the same, whatever a rule would like to hear")
        .check(MAIN);
  }

  /// Packages that use each other in a circle are one package with several names: none of them can
  /// be read, tested or moved without the others.
  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("dev.unhang.(**)").should().beFreeOfCycles().check(MAIN);
  }

  /// A backend that knows which step calls it would write differently for another.
  @Test
  void backendsDoNotKnowTheSteps() {
    noClasses()
        .that()
        .resideInAPackage("dev.unhang.repair.persist..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.unhang.repair.step..", "dev.unhang.repair.plan..")
        .because("a backend writes what it is told; hand it the value, not the step")
        .check(MAIN);
  }

  /// Ledger first is done in one place; who orders a change past it leaves no record of it.
  @Test
  void onlyTheExecutorChangesAHost() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.unhang.repair.execute..")
        .and(
            notNamed(
                // Starts traffic, and stops it.
                "dev.unhang.repair.trial.LoadRun",
                // Have the journal brought to disk.
                "dev.unhang.app.command.EvidenceFirst",
                "dev.unhang.app.command.FrozenEvidence",
                // Starts what rolls a trial back, which the ledger holds already.
                "dev.unhang.app.command.DetachedUndo"))
        .should()
        .callMethodWhere(target(owner(type(HostControl.class))))
        .because("a change is entered in the ledger before it is done: Executor.begin")
        .check(MAIN);
  }

  /// The watch decides in one place, which looks at no clock and asks no host: a seed can play a
  /// thousand days of it.
  @Test
  void theHeartOfTheWatchTouchesNothing() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.unhang.watch.machine..", "dev.unhang.watch.policy..", "dev.unhang.watch.sense..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.unhang.model.host..")
                .or(resideInAPackage("java.util.concurrent.."))
                .or(named("java.lang.Thread"))
                .and(notNamed("dev.unhang.model.host.HostPath")))
        .because("events come in and orders go out; carry them out in watch.order")
        .check(MAIN);
  }

  /// What is proved, and which question comes next, follows from what was seen alone: a seed can
  /// play a thousand cards of which the truth is known.
  @Test
  void proofsTouchNothing() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.unhang.repair.prove..", "dev.unhang.repair.bisect..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "dev.unhang.model.host..",
                    "dev.unhang.hosts..",
                    "dev.unhang.logs..",
                    "java.util.concurrent..")
                .or(named("java.lang.Thread")))
        .because("numbers come from facts; let the command gather them and hand them in")
        .check(MAIN);
  }

  /// Files are read through the ports, so that a saved report and a simulated host can answer.
  @Test
  void filesAreTouchedOnlyByLinuxAndByNamedFilesOfApp() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.unhang.linux..")
        .and(
            notNamed(
                // Where the kernel's log is.
                "dev.unhang.app.wiring.LiveWiring",
                // A log named on the command line, read by linux.OpenedFile.
                "dev.unhang.app.source.Journals",
                // Standard output and error.
                "dev.unhang.app.Main"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.nio.file..")
                .or(resideInAPackage("java.nio.channels.."))
                .or(
                    named(
                        "java.io.File",
                        "java.io.FileInputStream",
                        "java.io.FileOutputStream",
                        "java.io.FileReader",
                        "java.io.FileWriter",
                        "java.io.RandomAccessFile")))
        .because("HostView.read and HostControl.replaceFile are the ways to files")
        .check(MAIN);
  }

  /// A process that is started past the port has no bound and can't be simulated. Main ends its
  /// own, and Consent tells what its end left undone.
  @Test
  void programsAreStartedOnlyByLinux() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.unhang.linux.command..")
        .and()
        .doNotHaveFullyQualifiedName("dev.unhang.app.Main")
        .and()
        .doNotHaveFullyQualifiedName("dev.unhang.app.option.Consent")
        .should()
        .dependOnClassesThat(
            named("java.lang.Process", "java.lang.ProcessBuilder", "java.lang.Runtime"))
        .because("HostView.command and HostControl.start are the ways to programs")
        .check(MAIN);
  }

  /// The console prints lines and JSON, whose types escape what they hold: what is printed past it
  /// could hold a name that moves the cursor, or answers for the person at the terminal.
  @Test
  void textIsPrintedOnlyByTheConsole() {
    noClasses()
        .that()
        .resideInAPackage("dev.unhang.app..")
        .and()
        .resideOutsideOfPackage("dev.unhang.app.console..")
        .should()
        .callMethodWhere(
            target(nameMatching("print|println|printf|format|append"))
                .and(target(owner(type(PrintStream.class)))))
        .because("Console.say, note and print are the ways to a terminal")
        .check(MAIN);
  }

  /// So no screen can forget it, and no text is escaped twice.
  @Test
  void onlyTheTypesOfWhatIsShownEscape() {
    noClasses()
        .that()
        .resideInAPackage("dev.unhang..")
        .and(
            notNamed(
                "dev.unhang.app.text.Escape",
                "dev.unhang.app.text.Line",
                // Between tags a page needs more than a terminal.
                "dev.unhang.app.page.Markup"))
        .should()
        .dependOnClassesThat(named("dev.unhang.app.text.Escape"))
        .because("a Line escapes its text, and JsonText is ASCII by its constructor")
        .check(MAIN);
  }

  private static DescribedPredicate<JavaClass> primitivesAndArrays() {
    return DescribedPredicate.describe(
        "primitive", type -> type.getBaseComponentType().isPrimitive());
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    List<String> all = List.of(names);
    return DescribedPredicate.describe(
        String.join(" or ", all), type -> all.contains(type.getFullName()));
  }

  /// The class and what is nested in it are not of these names.
  private static DescribedPredicate<JavaClass> notNamed(String... names) {
    List<String> all = List.of(names);
    return DescribedPredicate.describe(
        "are not " + String.join(", ", all),
        type ->
            all.stream()
                .noneMatch(name ->
                    type.getFullName().equals(name) || type.getFullName().startsWith(name + "$")));
  }
}
