package dev.unhang.lab.scenario;

import dev.unhang.lab.Scenario;
import dev.unhang.lab.Stage;
import dev.unhang.lab.Story;
import dev.unhang.lab.guest.Guest;
import dev.unhang.lab.guest.Outcome;
import dev.unhang.lab.qemu.Machine;
import java.util.List;
import java.util.Optional;

/// What unhang reads of the running host it reads of a report too, with neither the host's kernel
/// nor its files at hand; and as much as a disk can tell, of the host's disk.
final class ReportAndDiskTellTheSame implements Scenario {
  private static final String REPORT = "/root/pve-02.tar.gz";
  private static final String DISK = "/mnt/dead";

  @Override
  public String name() {
    return "report-and-disk-tell-the-same";
  }

  @Override
  public String promise() {
    return "a report replayed offline gives the same facts as the running host, and so does its"
        + " disk, mounted read-only";
  }

  @Override
  public void play(Stage stage) {
    Story story = stage.story();
    Machine pve02 = stage.machineWithUnhang("pve-02");
    new SameLoad(story, pve02).hangs("so that there is something to tell");
    pve02.powerCycle();
    Guest host = pve02.guest();
    Unhang unhang = new Unhang(story, host);

    Outcome nics = unhang.run("nics", "--json");
    Outcome topology = unhang.run("topology", "--json");
    Outcome features = unhang.exits(0, "features", "eno1");
    Outcome doctor = unhang.run("doctor", "--boot", "-1");
    unhang.exits(0, "report", "-o", REPORT);
    stage.keep("nics.json", nics);

    story.tell("The report is replayed without the host's network, files of sysfs or journal");
    same(story, "nics", nics, offline(host, "nics", REPORT, "--json"));
    same(story, "topology", topology, offline(host, "topology", REPORT, "--json"));
    Outcome saved = offline(host, "features", "eno1", REPORT);
    story.check("features are the same", saved.out().equals(features.out()), saved.transcript());
    Outcome judged = offline(host, "doctor", REPORT);
    story.check(
        "doctor finds the same hang",
        judged.exit() == 2 && judged.out().lines().findFirst().equals(hung(doctor)),
        judged.transcript() + doctor.transcript());

    story.tell("Its disk, mounted read-only at another place, as a rescue system would");
    host.must("mkdir", "-p", DISK);
    host.must("mount", "--bind", "/", DISK);
    host.must("mount", "-o", "remount,bind,ro", DISK);
    Outcome dead = unhang.run("nics", "--root", DISK, "--json");
    stage.keep("nics-of-disk.json", dead);
    for (String words :
        List.of("\"8086:10d3\"", "OptiPlex 9020", "0000:00:19.0", "rescue system")) {
      story.check("the disk tells " + words, dead.out().contains(words), dead.transcript());
    }
    Outcome found = unhang.run("doctor", "--root", DISK);
    story.check(
        "doctor finds the hang on the disk",
        found.exit() == 2 && found.out().lines().findFirst().equals(hung(doctor)),
        found.transcript() + doctor.transcript());
    Outcome guests = unhang.run("topology", "--root", DISK);
    story.check("its bridge is drawn", guests.out().contains("vmbr0"), guests.transcript());
  }

  private static Optional<String> hung(Outcome doctor) {
    return doctor.out().lines().findFirst();
  }

  /// In a network namespace of its own, with an empty /sys and without the journal's folders.
  private static Outcome offline(Guest host, String... arguments) {
    return host.run(
        "unshare",
        "--net",
        "--mount",
        "sh",
        "-c",
        "mount -t tmpfs none /sys && mount -t tmpfs none /var/log && exec unhang "
            + String.join(" ", arguments));
  }

  private static void same(Story story, String what, Outcome live, Outcome replayed) {
    List<String> differences = JsonDifferences.between(live.out(), replayed.out());
    story.check(
        what + " are the same",
        differences.isEmpty(),
        String.join("\n", differences) + "\n" + replayed.transcript());
  }
}
