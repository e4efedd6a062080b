package dev.unhang.repair.bisect;

import dev.unhang.model.net.OffloadGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A search as text, a line for what is searched and a line a run: each is written as it ends, and
/// who was cut off reads them again. A last line that is cut off is as if it were not there.
///
/// ```
/// among=tso,gso,sg along=sg:gso,tso longest=60.0 hangs=30 exposure=3600.0
/// off=gso,tso exposure=12.5 hung
/// off= exposure=60.0 quiet
/// ```
public final class BisectText {
  private static final String NUMBER = "\\d{1,15}\\.\\d{1,9}";
  private static final String NAMES = "[a-z,]{0,80}";

  private static final Pattern SETUP =
      Pattern.compile(
          "among=(?<among>"
              + NAMES
              + ") along=(?<along>[a-z,:;]{0,200}) longest=(?<longest>"
              + NUMBER
              + ") hangs=(?<hangs>\\d{1,6}) exposure=(?<exposure>"
              + NUMBER
              + ")");

  private static final Pattern RUN =
      Pattern.compile(
          "off=(?<off>" + NAMES + ") exposure=(?<exposure>" + NUMBER + ") (?<end>hung|quiet)");

  /// No search has more.
  private static final int MOST_RUNS = 10_000;

  private BisectText() {}

  /// The first line, without its end.
  public static String line(Setup setup) {
    List<String> along = new ArrayList<>();
    new TreeMap<>(setup.takesAlong())
        .forEach((group, with) -> along.add(group.shortName() + ":" + names(with)));
    return "among="
        + String.join(",", setup.among().stream().map(OffloadGroup::shortName).toList())
        + " along="
        + String.join(";", along)
        + " longest="
        + number(setup.longestRun())
        + " hangs="
        + setup.mostHangs()
        + " exposure="
        + number(setup.mostExposure());
  }

  /// The line of a run, without its end.
  public static String line(Run run) {
    return "off="
        + names(run.off())
        + " exposure="
        + number(run.exposure())
        + (run.hung() ? " hung" : " quiet");
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.9f", number);
  }

  private static String names(Set<OffloadGroup> groups) {
    return String.join(",", new TreeSet<>(groups.stream().map(OffloadGroup::shortName).toList()));
  }

  /// The whole search.
  public static String of(Bisect search) {
    StringBuilder text = new StringBuilder(line(search.setup())).append('\n');
    search.runs().forEach(run -> text.append(line(run)).append('\n'));
    return text.toString();
  }

  /// A search, read back; empty where the text is none.
  public static Optional<Bisect> read(String text) {
    List<String> lines = text.lines().toList();
    int whole = text.endsWith("\n") ? lines.size() : lines.size() - 1;
    if (whole < 1 || whole > MOST_RUNS) {
      return Optional.empty();
    }
    try {
      Setup setup = setup(lines.getFirst());
      List<Run> runs = new ArrayList<>();
      for (String line : lines.subList(1, whole)) {
        runs.add(run(line, setup));
      }
      return Optional.of(new Bisect(setup, runs));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private static Setup setup(String line) {
    Matcher parts = parts(SETUP, line);
    Map<OffloadGroup, Set<OffloadGroup>> along = new TreeMap<>();
    for (String each : words(parts.group("along"), ";")) {
      int colon = each.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("no group in " + each);
      }
      along.put(group(each.substring(0, colon)), Set.copyOf(groups(each.substring(colon + 1))));
    }
    return new Setup(
        groups(parts.group("among")),
        along,
        Double.parseDouble(parts.group("longest")),
        Integer.parseInt(parts.group("hangs")),
        Double.parseDouble(parts.group("exposure")));
  }

  private static Run run(String line, Setup setup) {
    Matcher parts = parts(RUN, line);
    Run run =
        new Run(
            Set.copyOf(groups(parts.group("off"))),
            Double.parseDouble(parts.group("exposure")),
            parts.group("end").equals("hung"));
    setup.set(run.off());
    return run;
  }

  private static Matcher parts(Pattern form, String line) {
    Matcher parts = form.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not of the form: " + line);
    }
    return parts;
  }

  private static List<String> words(String text, String between) {
    return text.isEmpty() ? List.of() : List.of(text.split(between, -1));
  }

  private static List<OffloadGroup> groups(String names) {
    return words(names, ",").stream().map(BisectText::group).toList();
  }

  private static OffloadGroup group(String name) {
    for (OffloadGroup group : OffloadGroup.values()) {
      if (group.shortName().equals(name)) {
        return group;
      }
    }
    throw new IllegalArgumentException("no group " + name);
  }
}
