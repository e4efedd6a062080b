package dev.unhang.repair.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.interfaces.InterfacesDocument;
import dev.unhang.model.evidence.Content;
import dev.unhang.repair.edit.EditResult.Edited;
import dev.unhang.repair.edit.EditResult.Refused;
import dev.unhang.repair.edit.EditResult.Unchanged;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One line is added; every other byte stays.
class AddStanzaOptionTest {
  private static final String LINE = "post-up ethtool -K $IFACE tso off || true";

  record Case(String why, String before, String after) {
    @Override
    public String toString() {
      return why;
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case("no option yet, tab", "iface eno1 inet manual\n", "iface eno1 inet manual\n\tL\n"),
        new Case(
            "behind the last option, indented like it",
            "iface eno1 inet manual\n    mtu 9000\n\nauto x\n",
            "iface eno1 inet manual\n    mtu 9000\n    L\n\nauto x\n"),
        new Case(
            "no option yet, indented as others are",
            "iface eno1 inet manual\n\niface b inet dhcp\n        bridge-ports eno1\n",
            "iface eno1 inet manual\n        L\n\niface b inet dhcp\n        bridge-ports eno1\n"),
        new Case("no newline at the end", "iface eno1 inet manual", "iface eno1 inet manual\n\tL"),
        new Case(
            "CRLF",
            "iface eno1 inet manual\r\n\tmtu 1500\r\nauto x\r\n",
            "iface eno1 inet manual\r\n\tmtu 1500\r\n\tL\r\nauto x\r\n"),
        new Case(
            "an option continued over lines",
            "iface eno1 inet manual\n\tup a \\\n\t  b\nauto x\n",
            "iface eno1 inet manual\n\tup a \\\n\t  b\n\tL\nauto x\n"),
        new Case(
            "a comment between options",
            "iface eno1 inet manual\n\tmtu 1500\n\t# why\n\tup x\n# end\n",
            "iface eno1 inet manual\n\tmtu 1500\n\t# why\n\tup x\n\tL\n# end\n"),
        new Case(
            "the first of two address families",
            "iface eno1 inet manual\niface eno1 inet6 auto\n",
            "iface eno1 inet manual\n\tL\niface eno1 inet6 auto\n"),
        new Case(
            "options without indent",
            "iface eno1 inet manual\nmtu 1500\nauto x\n",
            "iface eno1 inet manual\nmtu 1500\nL\nauto x\n"),
        new Case(
            "an indented iface line",
            "  iface eno1 inet manual\n  iface x inet dhcp\n",
            "  iface eno1 inet manual\n\tL\n  iface x inet dhcp\n"),
        new Case(
            "a stanza of ifupdown-ng, without family and method",
            "auto eno1\niface eno1\n    use dhcp\n",
            "auto eno1\niface eno1\n    use dhcp\n    L\n"),
        new Case(
            "a stanza that inherits",
            "iface a inet manual\n  mtu 9000\niface eno1 inet manual inherits a\n",
            "iface a inet manual\n  mtu 9000\niface eno1 inet manual inherits a\n  L\n"),
        new Case(
            "CRLF without a last newline",
            "iface eno1 inet manual\r\n\tmtu 1500",
            "iface eno1 inet manual\r\n\tmtu 1500\r\n\tL"),
        new Case(
            "a continued iface line",
            "iface eno1 \\\n    inet manual\nauto x\n",
            "iface eno1 \\\n    inet manual\n\tL\nauto x\n"),
        new Case(
            "a source line behind it",
            "iface eno1 inet manual\n\tmtu 1500\nsource interfaces.d/*\n",
            "iface eno1 inet manual\n\tmtu 1500\n\tL\nsource interfaces.d/*\n"),
        new Case(
            "the first of two stanzas of one name and family",
            "iface eno1 inet manual\n\tmtu 1500\niface eno1 inet static\n",
            "iface eno1 inet manual\n\tmtu 1500\n\tL\niface eno1 inet static\n"),
        new Case(
            "a mapping of another interface before it",
            "mapping eth0\n\tscript x\niface eno1 inet manual\n",
            "mapping eth0\n\tscript x\niface eno1 inet manual\n\tL\n"),
        new Case(
            "a template of ifupdown-ng before it",
            "template t\n\tmtu 9000\niface eno1\n\tinherit t\n",
            "template t\n\tmtu 9000\niface eno1\n\tinherit t\n\tL\n"),
        new Case(
            "bytes that are no UTF-8",
            "# caf\u00e9\niface eno1 inet manual\n",
            "# caf\u00e9\niface eno1 inet manual\n\tL\n"));
  }

  private static Content latin(String text) {
    return Content.of(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  private static EditResult<InterfacesDocument> apply(Content before) {
    return new AddStanzaOption("eno1", LINE).apply(InterfacesDocument.parse(before));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLineIsPutWhereItBelongs(Case each) {
    assertThat(content(apply(latin(each.before()))))
        .isEqualTo(
            latin(
                each.after()
                    .replaceAll("\\bL\\b", java.util.regex.Matcher.quoteReplacement(LINE))));
  }

  private static Content content(EditResult<InterfacesDocument> result) {
    return ((Edited<InterfacesDocument>) result).document().content();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takingTheLineOutAgainGivesTheFileBack(Case each) {
    InterfacesDocument document = InterfacesDocument.parse(content(apply(latin(each.before()))));
    assertThat(content(new RemoveStanzaOption("eno1", LINE).apply(document)))
        .isEqualTo(latin(each.before()));
  }

  @Test
  void aLineThatIsThereIsNotAddedAgain() {
    Content edited = content(apply(latin("iface eno1 inet manual\n")));
    assertThat(new AddStanzaOption("eno1", LINE).apply(InterfacesDocument.parse(edited)))
        .isInstanceOf(Unchanged.class);
  }

  @Test
  void aBackslashWithNothingBehindItIsRefused() {
    assertThat(apply(latin("iface eno1 inet manual\n\tup x \\"))).isInstanceOf(Refused.class);
  }

  @Test
  void aFileWithoutTheStanzaIsRefused() {
    assertThat(apply(latin("auto eno1\n"))).isInstanceOf(Refused.class);
  }

  @Test
  void anyDamageToAFileIsRefusedOrKept() {
    String file = "auto lo\niface eno1 inet manual\n\tup a \\\n b\n# x\nauto vmbr0\n";
    for (long seed = 0; seed < 3000; seed++) {
      byte[] bytes = file.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 3; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Content before = Content.of(bytes);
      EditResult<InterfacesDocument> result = apply(before);
      if (result instanceof Edited<InterfacesDocument> edited) {
        assertThat(content(new RemoveStanzaOption("eno1", LINE).apply(edited.document())))
            .as("seed %d", seed)
            .isEqualTo(before);
      }
    }
  }
}
