package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import java.util.List;

/// The environment of the incident, with a bond, a VLAN and a second guest: what the real kernel
/// has, unhang draws, and what the file says otherwise, it says.
final class EnvironmentIsDrawn implements Scenario {
  private static final String DRAWING = "/root/environment.svg";

  @Override
  public String name() {
    return "environment-is-drawn";
  }

  @Override
  public String promise() {
    return "unhang topology names the way from eno1 over bond, bridge and firewall bridge to each"
        + " guest, and what goes dark with it";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Guest host = stage.machineWithUnhang("pve-02").guest();
    Unhang unhang = new Unhang(story, host);

    Outcome asBooted = unhang.exits(0, "topology");
    shows(story, asBooted, "goes dark with it: vmbr0, guest 100");
    shows(story, asBooted, "fwpr100p0 - fwln100i0 - fwbr100i0 - tap100i0 - guest 100");

    story.tell("eno1 becomes a slave of bond0, which takes its place in vmbr0");
    host.must("modprobe", "bonding", "max_bonds=0");
    host.must(
        "ip", "link", "add", "bond0", "type", "bond", "mode", "active-backup", "miimon", "100");
    host.must("ip", "link", "set", "eno1", "nomaster");
    host.must("ip", "link", "set", "eno1", "down");
    host.must("ip", "link", "set", "eno1", "master", "bond0");
    host.must("ip", "link", "set", "bond0", "master", "vmbr0");
    host.must("ip", "link", "set", "bond0", "up");
    host.must("ip", "link", "add", "link", "vmbr0", "name", "vmbr0.20", "type", "vlan", "id", "20");
    host.must("ip", "address", "add", "198.51.100.2/24", "dev", "vmbr0.20");
    host.must(
        "ip", "link", "add", "veth102i0", "type", "veth", "peer", "name", "ct102", "netns", "nas");
    host.must("ip", "link", "set", "veth102i0", "master", "vmbr0");

    Outcome drawn = unhang.exits(1, "topology", "--svg", DRAWING);
    for (String words :
        List.of(
            "bond0 - bond, active-backup, eno1 sends",
            "vmbr0.20 - VLAN, id 20",
            "198.51.100.2/24",
            "guest 102",
            "goes dark with it: bond0, vmbr0, vmbr0.20",
            "eno1 is a port of vmbr0, but now it is one of bond0")) {
      shows(story, drawn, words);
    }
    Outcome json = unhang.exits(1, "topology", "--json");
    shows(story, json, "\"active\" : \"eno1\"");
    Outcome picture = host.run("cat", DRAWING);
    story.check(
        "the drawing is a picture of both guests",
        picture.out().startsWith("<svg")
            && picture.out().contains("guest 100")
            && picture.out().contains("guest 102"),
        picture.transcript());
    stage.keep("environment.svg", picture);
    stage.keep("environment.txt", drawn);
  }

  private static void shows(Story story, Outcome outcome, String words) {
    story.check("it shows: " + words, outcome.out().contains(words), outcome.transcript());
  }
}
