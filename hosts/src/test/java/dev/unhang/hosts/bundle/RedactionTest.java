package dev.unhang.hosts.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.hosts.kernellog.LogCopy;
import dev.unhang.hosts.kernellog.PackedText;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.KernelQuestion.RegistersOf;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.model.id.IpAddress;
import dev.unhang.model.net.RegisterDump;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What must be gone from a redacted report, in every spelling, and what has to stay.
class RedactionTest {
  private static PackedText packed(String text) {
    return PackedText.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final byte[] SALT = {1, 2, 3, 4};

  private static final String LOG =
      """
      {"_HOSTNAME":"Orion","_MACHINE_ID":"0123456789abcdef0123456789abcdef","MESSAGE":"e1000e 0000:00:19.0 eno1: (PCI Express:2.5GT/s:Width x1) 68:05:CA:12:34:56"}
      {"MESSAGE":[79,114,105,111,110,7],"_HOSTNAME":"Orion"}
      {"MESSAGE":"usb 1-1: SerialNumber: S3RIAL99"}
      {"MESSAGE":"orion-backup and orion.example.net at 10.20.30.40, FE80::6A05:CAFF:FE12:3456, 2001:db8:0:1::77"}
      {"MESSAGE":"enx6805ca123456 6805.ca12.3456 68-05-ca-12-34-56 6805CA123456"}
      {"MESSAGE":"UUID=5f0c2d34-aaaa-bbbb-cccc-0123456789ab wwn-0x5000c500a1b2c3d4"}
      {"MESSAGE":"e1000e 0000:00:19.0 eno1: Detected Hardware Unit Hang:"}
      """;

  private static Answers answers() {
    Answers answers = new Answers();
    file(answers, "/proc/sys/kernel/hostname", "Orion\n");
    file(answers, "/etc/hosts", "10.20.30.40 orion.example.net orion\n10.20.30.41 tethys # nas\n");
    file(answers, "/etc/pve/nodes/orion/qemu-server/100.conf", "name: photos\nmemory: 1\n");
    file(answers, "/proc/self/environ", "SSH_CONNECTION=203.0.113.9 5022 10.20.30.40 22\0");
    file(
        answers,
        "/proc/net/tcp",
        "   0: 281E140A:0016 097100CB:139E 01 00000000:00000000 00:00000000\n");
    file(answers, "/proc/self/mounts", "titan:/export /mnt nfs4 rw,addr=10.20.30.42 0 0\n");
    answers.put(
        Asked.path(Asked.LIST, new HostPath("/etc/pve/nodes")), read(List.of("orion", "rhea")));
    answers.put(
        Asked.kernel(new RegistersOf(new InterfaceName("enx6805ca123456"))),
        read(new RegisterDump(1, List.of(0, 0x12ca0568, 0x5634))));
    return answers;
  }

  private static void file(Answers answers, String path, String text) {
    answers.put(Asked.path(Asked.READ, new HostPath(path)), read(Content.of(text)));
  }

  private static <T> Reading<T> read(T value) {
    return new Reading.Read<>(value, new Origin("test"));
  }

  private static String report() throws IOException {
    List<LogCopy> logs =
        List.of(
            new LogCopy("journal.json", PackedText.of(LOG.getBytes(StandardCharsets.UTF_8)), 0));
    ReportDraft draft =
        ReportDraft.of(
            answers(),
            logs,
            List.of("of Orion"),
            Optional.of(new Redaction(SALT, answers(), logs)),
            "1",
            Instant.EPOCH);
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    draft.write(tar);
    return tar.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orion",
        "tethys",
        "photos",
        "rhea",
        "titan",
        "example.net",
        "s3rial99",
        "10.20.30.4",
        "203.0.113.9",
        "097100cb",
        "281e140a",
        "6805ca1",
        "68:05:ca:12",
        "68-05-ca-12",
        "6805.ca12",
        "fe12:3456",
        "db8:0:1::77",
        "0123456789ab",
        "5f0c2d34",
        "a1b2c3d4",
        "79,114,105",
        "315229544",
        "22068"
      })
  void isGone(String secret) throws IOException {
    assertThat(report().toLowerCase(Locale.ROOT)).doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Detected Hardware Unit Hang",
        "0000:00:19.0",
        "eno1",
        "68:05:CA:",
        "68-05-ca-",
        "/etc/pve/nodes/n",
        "memory: 1",
        "nfs4",
        "PCI Express:2.5GT/s"
      })
  void stays(String fact) throws IOException {
    assertThat(report()).contains(fact);
  }

  @Test
  void theSameAddressIsTheSameInEverySpelling() throws IOException {
    String report = report();
    int at = report.indexOf("68:05:CA:");
    String other = report.substring(at, at + 17).toLowerCase(Locale.ROOT).replace(":", "");
    assertThat(report)
        .contains("enx" + other, other.toUpperCase(Locale.ROOT))
        .contains(other.substring(0, 4) + "." + other.substring(4, 8) + "." + other.substring(8));
  }

  /// A public address becomes a public one: what looks like a multicast or private one would be
  /// taken for that. Networks stay networks, and no two addresses become one.
  @Test
  void publicAddressesStayPublic() {
    Map<String, Integer> apart =
        Map.of(
            "0.0.0.0",
            8,
            "10.0.0.0",
            8,
            "100.64.0.0",
            10,
            "127.0.0.0",
            8,
            "169.254.0.0",
            16,
            "172.16.0.0",
            12,
            "192.168.0.0",
            16,
            "224.0.0.0",
            4);
    Set<IpAddress> seen = new HashSet<>();
    for (int salt = 0; salt < 20; salt++) {
      Pseudonyms pseudonyms = new Pseudonyms(new byte[] {(byte) salt});
      for (int i = 0; i < 400; i++) {
        String net = (1 + i * 7 % 223) + "." + (i * 13 % 256) + "." + (i % 256) + ".";
        IpAddress one = IpAddress.parse(net + "7").orElseThrow();
        if (isWithin(one, apart)) {
          continue;
        }
        IpAddress renamed = pseudonyms.address(one);
        assertThat(isWithin(renamed, apart)).as(one + " is now " + renamed).isFalse();
        IpAddress neighbour = pseudonyms.address(IpAddress.parse(net + "9").orElseThrow());
        assertThat(neighbour.isWithin(renamed, 24)).isTrue();
        assertThat(pseudonyms.address(one)).isEqualTo(renamed);
        assertThat(seen.add(renamed)).isTrue();
        assertThat(seen.add(neighbour)).isTrue();
      }
      seen.clear();
    }
  }

  private static boolean isWithin(IpAddress address, Map<String, Integer> networks) {
    return networks.entrySet().stream()
        .anyMatch(each ->
            address.isWithin(IpAddress.parse(each.getKey()).orElseThrow(), each.getValue()));
  }

  /// An address stays within its network, and in no other.
  @ParameterizedTest
  @CsvSource({"10.20.30.40,10.20.30.99,24", "2001:db8::1,2001:db8::ffff,112", "8.8.8.8,8.8.4.4,20"})
  void networksStayNetworks(String one, String two, int prefix) {
    Pseudonyms pseudonyms = new Pseudonyms(SALT);
    IpAddress first = pseudonyms.address(IpAddress.parse(one).orElseThrow());
    IpAddress second = pseudonyms.address(IpAddress.parse(two).orElseThrow());
    assertThat(first.isWithin(second, prefix)).isTrue();
    assertThat(first.isWithin(second, prefix + 8)).isFalse();
    assertThat(first).isNotEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "255.255.255.0", "::1", "::"})
  void nobodysAddressesStay(String address) {
    IpAddress same = IpAddress.parse(address).orElseThrow();
    assertThat(new Pseudonyms(SALT).address(same)).isEqualTo(same);
  }

  @Test
  void anotherSaltGivesOtherWords() {
    assertThat(new Pseudonyms(SALT).name("orion"))
        .isEqualTo(new Pseudonyms(SALT).name("orion"))
        .isNotEqualTo(new Pseudonyms(new byte[] {9}).name("orion"));
  }

  /// Installers call every machine so, and `/etc/pve` has to stay what it is.
  @Test
  void everybodysNamesStay() {
    Answers answers = new Answers();
    file(answers, "/proc/sys/kernel/hostname", "pve\n");
    Redaction redaction = new Redaction(SALT, answers, List.of());
    assertThat(redaction.text().apply("/etc/pve of pve")).isEqualTo("/etc/pve of pve");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/etc/network/interfaces|  wpa-psk geheim|wpa-psk",
        "/etc/pve/qemu-server/1.conf|cipassword: geheim|# removed",
        "/etc/libvirt/qemu/a.xml|<graphics passwd='geheim' port='1'/>|port='1'",
        "/proc/1/environ|TOKEN=geheim|",
        "/proc/self/mounts|//nas/x /y cifs rw,username=geheim,addr=192.0.2.7 0 0|addr=192.0.2.7",
      })
  void passwordsAreNeverKept(String path, String text, String stays) {
    String kept = Secrets.without(new HostPath(path), Content.of(text)).utf8();
    assertThat(kept).doesNotContain("geheim").contains(stays == null ? "" : stays);
  }

  /// Told by what they stand in, though nothing else of the evidence knows them.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "r8152 1-2:1.0 enx3c970eaabb03: renamed|970eaabb03",
        "DROP from 3c97.0eaa.bb0e|0eaa.bb0e",
        "nfs: server canary.other.example not responding, timed out|canary",
        "CIFS: Attempting to mount \\\\canary.other.example\\share|canary",
        "fetched https://canary.example/x|canary",
        "scsi serial=CANARY01|CANARY01",
        "usb 1-1: SerialNumber: CANARY01|CANARY01",
        "sd 0:0: iqn.2001-04.com.canary:disk|canary",
        "up as root@canary.example.org|canary",
        "wpa-ssid Canary|Canary",
      })
  void isGoneByItsPlace(String line, String secret) {
    List<LogCopy> logs = List.of(new LogCopy("a.txt", packed(line + "\n"), 0));
    Redaction redaction = new Redaction(SALT, new Answers(), logs);
    String left =
        new String(
            redaction.bytes().apply((line + "\n").getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8);
    assertThat(left).doesNotContain(secret).isNotEqualTo(line + "\n");
  }

  @Test
  void otherHostsOfAKnownDomainAreNames() {
    Answers answers = new Answers();
    file(answers, "/etc/hosts", "192.0.2.1 a.canary.example a\n");
    List<LogCopy> logs =
        List.of(new LogCopy("a.txt", packed("x box7.canary.example y\nz box7 canary\n"), 0));
    assertThat(new Redaction(SALT, answers, logs).text().apply("box7.canary.example and box7"))
        .doesNotContain("box7", "canary");
  }

  /// A guest may be called as it likes.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "hardware",
        "hang",
        "unit",
        "link",
        "e1000e",
        "eno1",
        "jiffies",
        "iface",
        "static"
      })
  void wordsThatAreReadByStay(String word) {
    Answers answers = new Answers();
    file(answers, "/etc/pve/qemu-server/100.conf", "name: " + word + "\n");
    assertThat(new Redaction(SALT, answers, List.of()).text().apply("a " + word + " b"))
        .isEqualTo("a " + word + " b");
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8,240.0.0.0,5",
    "192.0.2.7,192.0.2.0,24",
    "198.51.100.7,198.51.100.0,24",
    "203.0.113.7,203.0.113.0,24",
    "192.168.1.7,192.168.0.0,16",
    "10.1.2.3,10.0.0.0,8",
    "2a01:4f8::7,2001:db8::,32",
    "2001:db8::7,2001:db8::,32",
    "fd00::7,fc00::,7"
  })
  void whatStandsForAnAddressIsNobodys(String one, String network, int prefix) {
    IpAddress address = IpAddress.parse(one).orElseThrow();
    IpAddress other = new Pseudonyms(SALT).address(address);
    assertThat(other).isNotEqualTo(address);
    assertThat(other.isWithin(IpAddress.parse(network).orElseThrow(), prefix)).isTrue();
  }
}
