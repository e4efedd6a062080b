package dev.unhang.hosts.outputs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds programs' outputs in a text that a person put together: one output or several, behind
/// prompts or not, of one host or several. What is none of them, a kernel log among others, is left
/// alone.
public final class Recognition {
  /// A sosreport has some hundreds.
  private static final int MAX = 5_000;

  private final PastedText text;
  private final List<PastedOutput> found = new ArrayList<>();
  private final LineHosts hosts;
  private @Nullable FirstLine open;
  private boolean headed;
  private int begun;

  private Recognition(PastedText text) {
    this.text = text;
    this.hosts = LineHosts.of(text);
  }

  /// The outputs in the order they stand.
  public static List<PastedOutput> of(PastedText text) {
    Recognition reader = new Recognition(text);
    reader.lines();
    return List.copyOf(reader.found);
  }

  /// The same of a file that a collector filled with what one command printed.
  ///
  /// @param command the command line; the text decides where it prints none that is known
  public static List<PastedOutput> of(PastedText text, String command) {
    Optional<OutputCommand> known = OutputCommand.of(command);
    if (known.isEmpty()) {
      return of(text);
    }
    return text.isBlank()
        ? List.of()
        : List.of(new PastedOutput(known.get().kind(), known.get().nic(), Optional.empty(), text));
  }

  private void lines() {
    for (int i = 0; i < text.lines().size() && found.size() < MAX; i++) {
      line(i, text.lines().get(i));
    }
    close(text.lines().size());
  }

  private void line(int at, String line) {
    Optional<Prompt> prompt = Prompt.of(line);
    if (prompt.isPresent()) {
      close(at);
      OutputCommand.of(prompt.get().command())
          .ifPresent(command -> open(new FirstLine(command.kind(), command.nic()), at + 1));
    } else if (line.isBlank()) {
      if (open != null && !open.kind().hasBlankLines() && at > begun) {
        close(at);
      }
    } else {
      FirstLine.of(line).ifPresent(first -> first(first, at));
    }
  }

  /// The first line of an output: of the one a command announced, or of another.
  private void first(FirstLine first, int at) {
    FirstLine now = open;
    boolean sameKind = now != null && now.kind() == first.kind();
    boolean sameNic =
        now != null
            && (first.nic().isEmpty()
                || now.nic().isEmpty() && !headed
                || now.nic().equals(first.nic()));
    if (now != null && sameKind && sameNic && !(headed && first.nic().isPresent())) {
      open = new FirstLine(now.kind(), first.nic().or(now::nic));
      headed |= first.nic().isPresent();
      return;
    }
    if (now != null && !sameKind && first.nic().isEmpty() && isWithin(now.kind(), first.kind())) {
      return;
    }
    close(at);
    open(first, at);
    headed = first.nic().isPresent();
  }

  /// Lines that look like another output's first, and occur within this one.
  private static boolean isWithin(OutputKind outer, OutputKind inner) {
    boolean listsAnything =
        outer == OutputKind.STATISTICS
            || outer == OutputKind.PRIVATE_FLAGS
            || outer == OutputKind.DMI;
    boolean isPort =
        outer == OutputKind.BRIDGE_LINK && inner == OutputKind.IP
            || outer == OutputKind.IP && inner == OutputKind.BRIDGE_LINK;
    return isPort || listsAnything && inner == OutputKind.FEATURES;
  }

  private void open(FirstLine first, int at) {
    open = first;
    begun = at;
    headed = false;
  }

  private void close(int end) {
    FirstLine now = open;
    open = null;
    if (now == null) {
      return;
    }
    PastedText part = text.part(begun, end);
    if (!part.isBlank()) {
      found.add(new PastedOutput(now.kind(), now.nic(), hosts.hosts().get(begun), part));
    }
  }
}
