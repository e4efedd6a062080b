package dev.unhang.app.manual;

import dev.unhang.app.console.ExitCode;
import dev.unhang.app.console.Version;
import dev.unhang.watch.policy.PolicyFile;
import dev.unhang.watch.policy.PolicyKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The man pages: `unhang(1)`, and one for each command, `unhang-fix(1)`.
public final class ManPage {
  private static final String PROGRAM = "unhang";

  /// The page of the file, in section 5.
  private static final String POLICY = "unhang.toml";

  private final CommandSpec root;
  private final Version version;

  /// @param root the program, with all its commands
  public ManPage(CommandSpec root, Version version) {
    this.root = root;
    this.version = version;
  }

  /// What the pages are called: the program's first, then the commands' in the order of help.
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of(PROGRAM));
    commands().forEach(each -> names.add(name(each)));
    names.add(POLICY);
    return names;
  }

  /// One page.
  ///
  /// @param name one of [#names]
  public String of(String name) {
    if (name.equals(POLICY)) {
      return policy();
    }
    return commands().stream()
        .filter(each -> name(each).equals(name))
        .findFirst()
        .map(this::command)
        .orElseGet(this::program);
  }

  private String program() {
    Roff page = head(PROGRAM, "finds and repairs network cards that hang");
    page.section("SYNOPSIS");
    page.marked(Roff.bold(PROGRAM) + " [" + Roff.italic("COMMAND") + "]");
    page.section("DESCRIPTION");
    page.lines(description(root));
    page.paragraph(
        "It finds hangs in the kernel's log and says what they mean. It switches off what causes"
            + " them, now and at every boot, and sees that it took.");
    page.paragraph(
        "It never states what was not read, never changes what can't be undone, and never claims"
            + " what was not proved. Only fix, recover and undo change a host, after showing what"
            + " they will do and asking; and watch, as far as its policy lets it.");
    page.section("COMMANDS");
    for (CommandGroup group : CommandGroup.values()) {
      page.subsection(group.heading());
      group
          .commands(commands())
          .forEach(each -> page.item(Roff.bold(CommandTree.path(each)), description(each)));
    }
    options(page, root);
    exit(page);
    page.section("ENVIRONMENT");
    page.item(Roff.bold("NO_COLOR"), "Not empty: no colours, unless --color says otherwise.");
    page.item(Roff.bold("UNHANG_DEBUG"), "Set: a bug is told with all that is known of it.");
    page.section("FILES");
    page.item(
        Roff.italic("/var/lib/unhang/changes"),
        "The ledger: what was changed, and the way back. It is written before anything is done.");
    page.item(Roff.italic("/var/lib/unhang/evidence"), "What recover saved before it began.");
    page.item(Roff.italic("/run/unhang/pause"), "While it is there, nothing is changed.");
    page.item(Roff.italic("/run/unhang/lock"), "Held by who changes the host.");
    page.section("EXAMPLES");
    page.lines("What is wrong on this host, and what to do:");
    page.example("unhang");
    page.paragraph("What a disk says whose host is dead:");
    page.example("unhang scan --root /mnt");
    page.paragraph("The usual way, on a host whose eno1 hung:");
    page.example("unhang plan eno1\nunhang fix eno1\nunhang verify eno1");
    also(page, commands().stream().map(ManPage::name).toList());
    return page.text();
  }

  private String policy() {
    Roff page = head(POLICY, 5, "what unhang watch may do on a host");
    page.section("SYNOPSIS");
    page.marked(Roff.italic(PolicyFile.PATH.value()));
    page.section("DESCRIPTION");
    page.lines(
        "The policy of the watch, in TOML. Without the file what is said here holds. A key that is"
            + " not known and a value that is none are refused, with line and column. Others than"
            + " its owner may not write to it.");
    page.paragraph(
        "systemctl reload unhang-watch reads it again; one that is refused changes nothing. unhang"
            + " watch --check says what it means.");
    for (PolicyKey.Table table : PolicyKey.Table.values()) {
      page.section(table.head().isEmpty() ? "RULES" : table.head());
      page.lines(table.meaning());
      for (PolicyKey key : PolicyKey.values()) {
        if (key.table() == table) {
          page.item(
              Roff.bold(key.key()) + " =",
              "Takes " + key.form() + "; without it " + key.usual() + ". " + key.meaning());
        }
      }
    }
    page.section("EXAMPLES");
    page.lines("Every step that helps, and mail to root:");
    page.example("recover = \"all\"\n\n[alert]\nmail = \"root\"");
    also(page, List.of("unhang-watch"));
    return page.text();
  }

  private String command(CommandSpec spec) {
    String description = description(spec);
    Roff page = head(name(spec), summary(description));
    page.section("SYNOPSIS");
    synopsis(page, spec);
    page.section("DESCRIPTION");
    page.lines(description);
    operands(page, spec);
    options(page, spec);
    page.section("EXAMPLES");
    Example.of(CommandTree.path(spec))
        .forEach(each -> page.item(Roff.bold(each.typed()), each.does()));
    page.section("EXIT STATUS");
    page.lines("As unhang(1) lists them.");
    also(page, List.of(PROGRAM));
    return page.text();
  }

  private Roff head(String name, String what) {
    return head(name, 1, what);
  }

  private Roff head(String name, int section, String what) {
    Roff page = new Roff();
    String date =
        version
            .build()
            .map(build -> LocalDate.ofInstant(build.time(), ZoneOffset.UTC).toString())
            .orElse("");
    page.title(name, section, date, PROGRAM + " " + version.number(), "unhang");
    page.section("NAME");
    page.lines(name + " - " + what);
    return page;
  }

  private static void synopsis(Roff page, CommandSpec spec) {
    page.marked(Roff.bold(PROGRAM + " " + CommandTree.path(spec)));
    for (OptionSpec option : options(spec)) {
      String name = option.names()[option.names().length - 1];
      page.marked("[" + Roff.bold(name) + value(option) + "]");
    }
    for (PositionalParamSpec operand : spec.positionalParameters()) {
      page.marked(operand(operand));
    }
  }

  private static String operand(PositionalParamSpec operand) {
    String label = Roff.italic(operand.paramLabel());
    String several = operand.arity().max() > 1 ? label + " .\\|.\\|." : label;
    return operand.arity().min() == 0 ? "[" + several + "]" : several;
  }

  private static void operands(Roff page, CommandSpec spec) {
    if (spec.positionalParameters().isEmpty()) {
      return;
    }
    page.section("OPERANDS");
    for (PositionalParamSpec operand : spec.positionalParameters()) {
      page.item(Roff.italic(operand.paramLabel()), String.join(" ", operand.description()));
    }
  }

  private static void options(Roff page, CommandSpec spec) {
    page.section("OPTIONS");
    for (OptionSpec option : options(spec)) {
      List<String> names = List.of(option.names()).stream().map(Roff::bold).toList();
      page.item(String.join(", ", names) + value(option), String.join(" ", option.description()));
    }
  }

  private static String value(OptionSpec option) {
    if (option.arity().max() == 0) {
      return "";
    }
    return "=" + Roff.italic(option.paramLabel());
  }

  private static void exit(Roff page) {
    page.section("EXIT STATUS");
    page.lines("If several apply, the one that weighs most is given.");
    for (ExitCode code : ExitCode.values()) {
      page.item(Roff.bold(String.valueOf(code.status())), code.meaning());
    }
  }

  private static void also(Roff page, List<String> pages) {
    page.section("SEE ALSO");
    page.marked(String.join(",\n", pages.stream().map(each -> Roff.bold(each) + "(1)").toList()));
  }

  private List<CommandSpec> commands() {
    return CommandTree.below(root);
  }

  private static List<OptionSpec> options(CommandSpec spec) {
    return spec.options().stream()
        .sorted(Comparator.comparing(option -> option.longestName().replaceAll("^-+", "")))
        .toList();
  }

  private static String name(CommandSpec spec) {
    return PROGRAM + "-" + CommandTree.path(spec).replace(' ', '-');
  }

  private static String description(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().description());
  }

  /// Its first sentence as whatis(1) lists it: begun small, without its full stop.
  private static String summary(String description) {
    int end = description.indexOf(". ");
    String first = end < 0 ? description : description.substring(0, end);
    return first.substring(0, 1).toLowerCase(Locale.ROOT)
        + first.substring(1).replaceAll("\\.$", "");
  }
}
