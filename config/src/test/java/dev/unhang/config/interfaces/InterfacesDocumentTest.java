package dev.unhang.config.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.evidence.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterfacesDocumentTest {
  private static final int SEEDS = 300;

  /// Every corner that interfaces(5) names, and the files people really have.
  record Corner(String what, String text) {
    @Override
    public String toString() {
      return what;
    }
  }

  static final String INCIDENT =
      """
      auto lo
      iface lo inet loopback

      iface eno1 inet manual
              post-up ethtool --features eno1 gso off gro off tso off tx off rx off rxvlan off txvlan off

      auto vmbr0
      iface vmbr0 inet dhcp
              bridge-ports eno1
              bridge-stp off
              bridge-fd 0
      """;

  static Stream<Corner> corners() {
    return Stream.of(
        new Corner("nothing at all", ""),
        new Corner("one newline", "\n"),
        new Corner("the incident's file", INCIDENT),
        new Corner("no newline at the end", "auto lo\niface lo inet loopback"),
        new Corner("CRLF", "auto lo\r\niface lo inet loopback\r\n"),
        new Corner("CRLF and LF mixed", "auto lo\r\niface lo inet loopback\n\r\n"),
        new Corner("a lone CR", "auto lo\riface lo inet loopback\r"),
        new Corner("CR at the very end", "auto lo\r"),
        new Corner("tabs", "auto\tlo\niface\tlo\tinet\tloopback\n\tpost-up\ttrue\n"),
        new Corner("no indent", "iface eno1 inet manual\npost-up true\n"),
        new Corner("an indented keyword", "  iface eno1 inet manual\n    post-up true\n"),
        new Corner("# in the middle is no comment", "iface eno1 inet manual\n  up echo # not\n"),
        new Corner("a comment with a backslash", "# not continued \\\nauto lo\n"),
        new Corner("continuation", "iface eno1 inet manual\n  up echo a \\\n  b \\\n  c\n"),
        new Corner("continuation at the end", "auto lo \\"),
        new Corner("continuation before nothing", "auto lo \\\n"),
        new Corner("continued keyword", "auto \\\n  lo \\\n  eno1\n"),
        new Corner("several names", "auto lo eno1 vmbr0\n"),
        new Corner("source", "source /etc/network/interfaces.d/*\nsource-directory more\n"),
        new Corner("source with a glob", "source interfaces.d/*.cfg\nsource /etc/network/a[12]?\n"),
        new Corner("source in the midst", "iface a inet manual\nsource x\n  up true\n"),
        new Corner("ifupdown-ng", "auto eno1\niface eno1\n  use dhcp\n  requires eno2\n"),
        new Corner("a template of ifupdown-ng", "template t\n  mtu 9000\niface a\n  inherit t\n"),
        new Corner("a template of ifupdown2", "%for i in range(3):\nauto swp${i}\n%endfor\n"),
        new Corner("a range of ifupdown2", "auto swp[1-4]\niface swp[1-4] inet manual\n"),
        new Corner("no-auto-down and rename", "no-auto-down a\nrename mac/02:*=lan\n"),
        new Corner("a method nobody knows", "iface eno1 can static\n  bitrate 125000\n"),
        new Corner("inherits behind a method", "iface b inet static inherits a\n  mtu 9000\n"),
        new Corner("a backslash behind CRLF", "auto lo \\\r\n  eno1\r\niface lo\r\n"),
        new Corner("a backslash and blanks", "iface a inet manual\n  up b \\ \n  c\n"),
        new Corner("the same stanza thrice", "iface a inet manual\niface a inet manual\niface a\n"),
        new Corner("a very long line", "iface a inet manual\n  up " + "x".repeat(9000) + "\n"),
        new Corner("a byte order mark", "\u00ef\u00bb\u00bfauto lo\niface lo inet loopback\n"),
        new Corner("half a character", "iface eno1 inet manual\n  up echo \u00c3\n"),
        new Corner("mapping", "mapping eth0\n  script /usr/local/sbin/x\n  map HOME eth0-home\n"),
        new Corner("inherits", "iface a inet manual\n  up true\niface b inet manual inherits a\n"),
        new Corner("twice", "iface eno1 inet manual\n  up 1\niface eno1 inet6 auto\n  up 2\n"),
        new Corner("an option before any stanza", "  post-up true\nauto lo\n"),
        new Corner("nonsense", "hello, world\n\u0000\u0001\n====\n"),
        new Corner("Latin-1", "# gr\u00fc\u00dfe \u0085\u00a0\nauto lo\n"),
        new Corner("blanks only", "   \n\t\n \n"));
  }

  private static Content latin(String text) {
    return Content.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static InterfacesDocument parse(String text) {
    return InterfacesDocument.parse(latin(text));
  }

  @ParameterizedTest
  @MethodSource("corners")
  void whatIsParsedIsKeptToTheByte(Corner corner) {
    assertThat(parse(corner.text()).content()).isEqualTo(latin(corner.text()));
  }

  @Test
  void randomBytesAreKeptToTheByte() {
    for (int seed = 0; seed < SEEDS; seed++) {
      byte[] bytes = new byte[new Random(seed).nextInt(400)];
      new Random(seed).nextBytes(bytes);
      Content content = Content.of(bytes);
      assertThat(InterfacesDocument.parse(content).content())
          .as("seed %s", seed)
          .isEqualTo(content);
    }
  }

  @Test
  void mutatedFilesAreKeptToTheByte() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Content content = Content.of(mutated(new Random(seed)));
      InterfacesDocument document = InterfacesDocument.parse(content);
      assertThat(document.content()).as("seed %s", seed).isEqualTo(content);
      for (Stanza stanza : document.stanzas()) {
        assertThat(stanza.firstLine()).as("seed %s", seed).isLessThanOrEqualTo(stanza.lastLine());
        assertThat(stanza.lastLine()).as("seed %s", seed).isLessThan(document.lines().size());
      }
    }
  }

  private static byte[] mutated(Random random) {
    List<Corner> all = corners().toList();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(all.get(random.nextInt(all.size())).text());
    }
    for (int i = random.nextInt(6); i > 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, "\\\n#\r \t\u00ff".charAt(random.nextInt(7)));
        default -> text.setCharAt(at, (char) random.nextInt(256));
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /// What is undone was written, and is read again.
  @ParameterizedTest
  @MethodSource("corners")
  void aLinePutInIsTakenOutOfWhatWasWritten(Corner corner) {
    InterfacesDocument document = parse(corner.text());
    for (int i = 0; i < document.lines().size(); i++) {
      InterfacesDocument edited = document.insertAfter(i, "\tpost-up true");
      InterfacesDocument again = InterfacesDocument.parse(edited.content());
      assertThat(again.lines()).isEqualTo(edited.lines());
      assertThat(again.remove(i + 1).content()).isEqualTo(document.content());
    }
  }

  @ParameterizedTest
  @MethodSource("corners")
  void aLinePutInAndTakenOutLeavesNoTrace(Corner corner) {
    InterfacesDocument document = parse(corner.text());
    for (int i = 0; i < document.lines().size(); i++) {
      InterfacesDocument edited = document.insertAfter(i, "\tpost-up true");
      assertThat(edited.lines()).hasSize(document.lines().size() + 1);
      assertThat(edited.lines().get(i + 1).text()).isEqualTo("\tpost-up true");
      assertThat(InterfacesDocument.parse(edited.content()).content()).isEqualTo(edited.content());
      assertThat(edited.remove(i + 1).content())
          .as("behind line %s", i)
          .isEqualTo(latin(corner.text()));
    }
  }

  @Test
  void puttingInChangesNoOtherByte() {
    assertThat(parse("a\r\nb\r\nc").insertAfter(1, "new").content())
        .isEqualTo(latin("a\r\nb\r\nnew\r\nc"));
    assertThat(parse("a\r\nb\r\nc").insertAfter(2, "new").content())
        .isEqualTo(latin("a\r\nb\r\nc\r\nnew"));
    assertThat(parse("a").insertAfter(0, "new").content()).isEqualTo(latin("a\nnew"));
  }

  @Test
  void takingOutTheOnlyLineLeavesNothing() {
    assertThat(parse("a").remove(0).content()).isEqualTo(Content.of(""));
    assertThat(parse("a\nb").remove(1).content()).isEqualTo(latin("a"));
    assertThat(parse("a\nb").remove(0).content()).isEqualTo(latin("b"));
  }

  @Test
  void everyStanzaOfTheIncidentIsFound() {
    InterfacesDocument document = parse(INCIDENT);
    assertThat(document.stanzas())
        .extracting(stanza -> stanza.keyword() + " " + String.join(" ", stanza.arguments()))
        .containsExactly(
            "auto lo",
            "iface lo inet loopback",
            "iface eno1 inet manual",
            "auto vmbr0",
            "iface vmbr0 inet dhcp");
    Stanza eno1 = document.definition("eno1").orElseThrow();
    assertThat(eno1.firstLine()).isEqualTo(3);
    assertThat(eno1.lastLine()).isEqualTo(4);
    assertThat(eno1.option("post-up").orElseThrow().value()).startsWith("ethtool --features eno1");
    assertThat(document.definition("vmbr0").orElseThrow().options())
        .extracting(Option::name)
        .containsExactly("bridge-ports", "bridge-stp", "bridge-fd");
    assertThat(document.definition("eno2")).isEmpty();
  }

  @Test
  void anIndentDoesNotDecideWhatIsAStanza() {
    InterfacesDocument document = parse("  iface eno1 inet manual\npost-up true\n  auto eno1\n");
    assertThat(document.definition("eno1").orElseThrow().options()).hasSize(1);
    assertThat(document.stanzas()).hasSize(2);
  }

  @Test
  void aHashInTheMiddleOfALineIsNoComment() {
    Stanza stanza = parse("iface eno1 inet manual\n  up echo # on\n").stanzas().getFirst();
    assertThat(stanza.option("up").orElseThrow().value()).isEqualTo("echo # on");
  }

  @Test
  void aContinuedOptionIsOneOption() {
    InterfacesDocument document =
        parse("iface eno1 inet manual\n  post-up ethtool -K eno1 \\\n    tso off\n  mtu 9000\n");
    Option option = document.definition("eno1").orElseThrow().option("post-up").orElseThrow();
    assertThat(option.value().split("\\s+")).containsExactly("ethtool", "-K", "eno1", "tso", "off");
    assertThat(option.firstLine()).isEqualTo(1);
    assertThat(option.lastLine()).isEqualTo(2);
    assertThat(document.definition("eno1").orElseThrow().lastLine()).isEqualTo(3);
  }

  @Test
  void aContinuedKeywordLineIsOneStanza() {
    Stanza stanza = parse("auto lo \\\n  eno1\niface eno1 inet manual\n").stanzas().getFirst();
    assertThat(stanza.arguments()).containsExactly("lo", "eno1");
    assertThat(stanza.headerLastLine()).isEqualTo(1);
  }

  /// ifupdown skips a comment line by line: a backslash at its end continues nothing.
  @Test
  void aCommentIsNotContinued() {
    InterfacesDocument document = parse("# was: \\\nauto eno1\n");
    assertThat(document.stanzas()).extracting(Stanza::keyword).containsExactly("auto");
  }

  @Test
  void aCommentInsideAStanzaBelongsToNoOption() {
    Stanza stanza =
        parse("iface eno1 inet manual\n  # post-up false\n  up true\n").stanzas().get(0);
    assertThat(stanza.options()).extracting(Option::name).containsExactly("up");
  }

  @Test
  void eachAddressFamilyHasAStanzaOfItsOwn() {
    InterfacesDocument document =
        parse("iface eno1 inet manual\n  up 1\niface eno1 inet6 auto\n  up 2\n");
    assertThat(document.stanzas()).hasSize(2);
    assertThat(document.definition("eno1").orElseThrow().option("up").orElseThrow().value())
        .isEqualTo("1");
  }

  @Test
  void mappingsKeepTheirOptions() {
    Stanza mapping =
        parse("mapping eth0\n  script /sbin/x\n  map HOME eth0-home\n").stanzas().get(0);
    assertThat(mapping.keyword()).isEqualTo("mapping");
    assertThat(mapping.options()).hasSize(2);
    assertThat(mapping.defines("eth0")).isFalse();
  }

  @Test
  void whatFollowsAutoIsNoOption() {
    assertThat(parse("auto lo\n  post-up true\n").stanzas().getFirst().options()).isEmpty();
    assertThat(parse("  post-up true\nauto lo\n").stanzas()).hasSize(1);
  }

  @Test
  void underscoresInOptionNamesAreDashes() {
    Stanza stanza = parse("iface br0 inet manual\n  bridge_ports eno1\n").stanzas().getFirst();
    assertThat(stanza.option("bridge-ports").orElseThrow().value()).isEqualTo("eno1");
  }

  @Test
  void theLastLineOfAStanzaIsNotTheBlankBehindIt() {
    List<Integer> last = new ArrayList<>();
    for (Stanza stanza :
        parse("iface a inet manual\n  up 1\n\n# b\n\niface b inet manual\n").stanzas()) {
      last.add(stanza.lastLine());
    }
    assertThat(last).containsExactly(1, 5);
  }
}
