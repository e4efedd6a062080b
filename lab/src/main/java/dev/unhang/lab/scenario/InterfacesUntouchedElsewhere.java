package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;

/// A fix and its undo leave the whole of /etc as it was, to the byte: contents, modes, owners,
/// links.
final class InterfacesUntouchedElsewhere implements Scenario {

  private static final String COPY = "/root/etc-before";

  @Override
  public String name() {
    return "interfaces-untouched-elsewhere";
  }

  @Override
  public String promise() {
    return "fix changes /etc/network/interfaces alone, and undo leaves /etc as it was to the byte";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Guest host = stage.machineWithUnhang("pve-02").guest();
    Unhang unhang = new Unhang(story, host);

    host.must("cp", "--archive", "/etc", COPY);
    String before = modesAndOwners(host);

    unhang.exits(0, "fix", "eno1", "--yes");
    Outcome fixed = difference(host);
    story.check(
        "the fix has changed /etc/network/interfaces and nothing else",
        fixed
                    .out()
                    .lines()
                    .filter(line -> line.startsWith("diff ") || line.startsWith("Only in"))
                    .count()
                == 1
            && fixed.out().contains("/etc/network/interfaces"),
        fixed.transcript());

    unhang.exits(0, "undo", "--yes");
    Outcome undone = difference(host);
    story.check("undo has left no difference", undone.ok(), undone.transcript());
    String after = modesAndOwners(host);
    story.check("modes and owners are as they were", after.equals(before), before + "\n" + after);
  }

  private static Outcome difference(Guest host) {
    return host.run("diff", "--recursive", "--no-dereference", COPY, "/etc");
  }

  private static String modesAndOwners(Guest host) {
    String listing = host.must("find", "/etc", "-printf", "%p %M %u %g %s %l\\n");
    return String.join("\n", listing.lines().sorted().toList());
  }
}
