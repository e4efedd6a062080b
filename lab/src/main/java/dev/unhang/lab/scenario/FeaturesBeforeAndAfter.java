package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The BEFORE and AFTER of the incident's write-up: what unhang says has changed is what Debian's
/// own ethtool says.
final class FeaturesBeforeAndAfter implements Scenario {

  /// A line of `ethtool -k`: `generic-segmentation-offload: on`, some of them indented, some
  /// followed by `[fixed]`.
  private static final Pattern FEATURE = Pattern.compile("\\s*([a-z0-9_-]+): (on|off)(.*)");

  /// A line of unhang's diff: a feature by the name that ethtool gives it, and two states.
  private static final Pattern CHANGED =
      Pattern.compile("\\W*([a-z0-9_-]+)\\W.*\\b(?:on|off)\\b.*\\b(?:on|off)\\b.*");

  private static final String SAVED = "/root/BEFORE";

  /// @param name as ethtool prints it
  /// @param state on or off
  /// @param remark what follows: whether it is fixed, or only requested
  private record Feature(String name, String state, String remark) {}

  @Override
  public String name() {
    return "features-before-and-after";
  }

  @Override
  public String promise() {
    return "after the incident's seven switches, unhang's diff names exactly the lines of ethtool"
        + " -k that changed";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Guest host = stage.machineWithUnhang("pve-02").guest();
    Unhang unhang = new Unhang(story, host);

    Set<Feature> before = features(host);
    unhang.exits(0, "features", "eno1", "--save", SAVED);
    unhang.exits(0, "fix", "eno1", "--set", "incident", "--yes");
    Set<Feature> after = features(host);
    Outcome diff = unhang.run("features", "eno1", "--diff", SAVED);

    Set<String> changed =
        switches(after).stream()
            .filter(feature -> !switches(before).contains(feature))
            .map(Feature::name)
            .collect(Collectors.toCollection(TreeSet::new));
    story.check("ethtool sees changes", !changed.isEmpty(), before + "\n" + after);
    Set<String> told = changed(diff.out());
    story.check(
        "unhang's diff names the same: " + String.join(" ", changed),
        told.equals(changed),
        "ethtool: %s%nunhang:  %s%n%s".formatted(changed, told, diff.transcript()));

    // Not the same as `tso on`: that turns on, or asks for, members of the group that were off
    // before (seen: tx-tcp-mangleid-segmentation).
    unhang.exits(0, "undo", "--yes");
    Set<Feature> undone = features(host);
    story.check(
        "after undo each line of ethtool -k is as it was",
        undone.equals(before),
        "before: %s%nafter:  %s".formatted(without(before, undone), without(undone, before)));
  }

  private static Set<Feature> features(Guest host) {
    return host.must("ethtool", "-k", "eno1")
        .lines()
        .map(FEATURE::matcher)
        .filter(Matcher::matches)
        .map(line -> new Feature(line.group(1), line.group(2), line.group(3)))
        .collect(Collectors.toSet());
  }

  /// The same without the remarks.
  private static Set<Feature> switches(Set<Feature> features) {
    return features.stream()
        .map(feature -> new Feature(feature.name(), feature.state(), ""))
        .collect(Collectors.toSet());
  }

  private static Set<Feature> without(Set<Feature> these, Set<Feature> those) {
    return these.stream().filter(feature -> !those.contains(feature)).collect(Collectors.toSet());
  }

  private static Set<String> changed(String diff) {
    return diff.lines()
        .map(CHANGED::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
