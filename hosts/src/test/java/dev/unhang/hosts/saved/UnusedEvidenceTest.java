package dev.unhang.hosts.saved;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.HostReading;
import dev.unhang.model.evidence.Unused;
import dev.unhang.model.host.HostPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnusedEvidenceTest {
  private final EvidenceDraft draft = new EvidenceDraft("saved");

  private UnusedEvidenceTest paste(String where, String text) {
    draft.paste(text.getBytes(StandardCharsets.UTF_8), where);
    return this;
  }

  /// What is left when a host was read, the way doctor reads it.
  private List<String> left() {
    SavedEvidence host = draft.hosts().getFirst();
    HostReading.read(SavedHardware.of(host), host.logs(), List.of());
    return host.unused().stream().map(UnusedEvidenceTest::said).toList();
  }

  private static String said(Unused unused) {
    return unused.place() + " " + unused.what() + " " + unused.why().word();
  }

  @Test
  void aFileOfWhichNothingIsRecognisedIsNamedAndOneThatIsUsedIsNot() {
    paste("notes.txt", "The card was bought in 2019.\n")
        .paste("empty.txt", " \n")
        .paste("k.txt", "$ ethtool -k eno1\nFeatures for eno1:\nrx-all: off\n");
    assertThat(left())
        .containsExactly("empty.txt empty.txt empty", "notes.txt notes.txt not-recognised");
  }

  @Test
  void theOutputOfACommandThatIsNotKnownIsNamedByTheCommand() {
    paste("all.txt", "root@pve:~# lsblk\nNAME MAJ:MIN\nroot@pve:~# clear\nroot@pve:~# \n");
    draft.paste("rx-all: off\nFeatures for eno1:\n".getBytes(StandardCharsets.UTF_8), "k.txt");
    assertThat(left()).containsExactly("all.txt:2 lsblk not-recognised");
  }

  @Test
  void aCommandThatPrintsALogIsNoStrangerWhereItsLogWasRead() {
    paste(
        "all.txt",
        "root@pve:~# dmesg | tail\n[    3.100000] e1000e 0000:00:1f.6 eno1: NIC Link is Down\n"
            + "root@pve:~# ethtool -k eno1\nFeatures for eno1:\nrx-all: off\n");
    assertThat(left()).isEmpty();
  }

  @Test
  void ofTwoOutputsOfOneCommandTheSecondIsSaidToBeOne() {
    paste("a.txt", "Features for eno1:\nrx-all: off\n")
        .paste("b.txt", "Features for eno1:\nrx-all: on\n");
    assertThat(left()).containsExactly("b.txt:1 ethtool -k eno1 said-already");
  }

  @Test
  void whatIsKnownAndAnswersNothingIsNotNeeded() {
    paste("hosts.txt", "root@pve:~# cat /etc/hosts\n127.0.0.1 localhost\n");
    paste("k.txt", "Features for eno1:\nrx-all: off\n");
    assertThat(left()).containsExactly("saved /etc/hosts not-needed");
  }

  @Test
  void whatIsOfAnotherHostIsSaidToBe() {
    paste(
        "two.txt",
        "root@pve1:~# ethtool -k eno1\nFeatures for eno1:\nrx-all: off\n"
            + "root@pve2:~# ethtool -k eno1\nFeatures for eno1:\nrx-all: off\n");
    assertThat(left()).containsExactly("two.txt:5 ethtool -k eno1 other-host");
  }

  @Test
  void aFileThatCatPrintedIsTheHosts() {
    paste(
        "all.txt",
        "# cat /etc/network/interfaces\nauto lo\n\n# the uplink\niface eno1 inet manual\n\n"
            + "# ip -details address\n");
    assertThat(draft.hosts().getFirst().files().get(new HostPath("/etc/network/interfaces")))
        .extracting(content -> content.utf8())
        .isEqualTo("auto lo\n\n# the uplink\niface eno1 inet manual\n\n");
  }

  @Test
  void aFileEndsWhereALogBegins() {
    paste(
        "all.txt",
        "$ cat /etc/hosts\n127.0.0.1 localhost\n"
            + "[    3.100000] e1000e 0000:00:1f.6 eno1: NIC Link is Down\n");
    assertThat(draft.hosts().getFirst().files().get(new HostPath("/etc/hosts")))
        .extracting(content -> content.utf8())
        .isEqualTo("127.0.0.1 localhost\n");
  }

  @Test
  void proxmoxOwnReportIsTakenApartAtItsCommands() {
    paste(
        "pvereport.txt",
        """

        ==== general system info ====

        # pveversion --verbose
        proxmox-ve: 8.4.0

        # cat /etc/pve/qemu-server/100.conf
        # a note of mine

        # zfs is slow here
        name: files

        # dmidecode -t bios
        # dmidecode 3.5

        System Information
        	Product Name: ExampleBoard 100
        """);
    SavedEvidence host = draft.hosts().getFirst();
    assertThat(host.files().keySet())
        .containsExactly(new HostPath("/etc/pve/qemu-server/100.conf"));
    assertThat(left())
        .contains("pvereport.txt:5 pveversion --verbose not-recognised")
        .noneMatch(line -> line.contains("dmidecode"));
  }

  @Test
  void withoutItsHeadingsAHashIsACommentWhateverStandsBehindIt() {
    paste("notes.txt", "# zfs list\ntank 1T\n\nFeatures for eno1:\nrx-all: off\n");
    assertThat(left()).isEmpty();
  }
}
