package dev.unhang.repair.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.config.lines.RawLines;
import dev.unhang.config.netplan.NetplanDocument;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileEdit;
import dev.unhang.model.host.HostPath;
import dev.unhang.repair.edit.EditResult.Edited;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Edits of files of sections, of shell variables and of netplan: one line changes, and every other
/// byte stays.
class EditsTest {
  private static final SetIniKey KEY = new SetIniKey("ethtool", "feature-tso", "false");
  private static final SetVariable VARIABLE =
      new SetVariable("ETHTOOL_OPTS", List.of("-K ${DEVICE} tso off"), "; ");
  private static final SetNetplanKey NETPLAN =
      new SetNetplanKey(
          List.of("network", "ethernets", "eno1"), "tcp-segmentation-offload", "false");
  private static final String YAML =
      "network:\r\n  ethernets:\r\n    eno1:\r\n      # caf\u00e9\r\n      dhcp4: true\r\n"
          + "      addresses:\r\n      - 192.0.2.1/24";

  private static Content latin(String text) {
    return Content.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(Content content) {
    return new String(content.bytes(), StandardCharsets.ISO_8859_1);
  }

  private static String lines(Function<RawLines, EditResult<RawLines>> edit, String before) {
    return switch (edit.apply(RawLines.of(latin(before)))) {
      case Edited<RawLines> edited -> text(edited.document().content());
      case EditResult.Unchanged<RawLines> unchanged -> "unchanged";
      case EditResult.Refused<RawLines> refused -> "refused: " + refused.why();
    };
  }

  private static String netplan(String before) {
    return switch (NETPLAN.apply(NetplanDocument.parse(latin(before)))) {
      case Edited<NetplanDocument> edited -> text(edited.document().lines().content());
      case EditResult.Unchanged<NetplanDocument> unchanged -> "unchanged";
      case EditResult.Refused<NetplanDocument> refused -> "refused: " + refused.why();
    };
  }

  @Test
  void aKeyIsPutIntoItsSectionOrANewOne() {
    assertThat(lines(KEY::apply, "")).isEqualTo("[ethtool]\nfeature-tso=false\n");
    assertThat(lines(KEY::apply, "[a]\nx=1")).isEqualTo("[a]\nx=1\n\n[ethtool]\nfeature-tso=false");
    assertThat(lines(KEY::apply, "[ethtool]\r\nring-rx=8\r\n\r\n[b]\r\n"))
        .isEqualTo("[ethtool]\r\nring-rx=8\r\nfeature-tso=false\r\n\r\n[b]\r\n");
    assertThat(lines(KEY::apply, "# \u00e9\n[ethtool]\n[b]\n"))
        .isEqualTo("# \u00e9\n[ethtool]\nfeature-tso=false\n[b]\n");
    assertThat(lines(KEY::apply, "[ethtool]\nfeature-tso = true\n"))
        .isEqualTo("[ethtool]\nfeature-tso=false\n");
    assertThat(lines(KEY::apply, "[ethtool]\nfeature-tso=false\n")).isEqualTo("unchanged");
    assertThat(lines(KEY::apply, "[ethtool]\nfeature-tso=tr\\\nue\n")).startsWith("refused");
    assertThat(lines(KEY::apply, "[x]\ra=1\n")).startsWith("refused");
  }

  @Test
  void partsAreAddedToAVariable() {
    assertThat(lines(VARIABLE::apply, "A=1\r\n"))
        .isEqualTo("A=1\r\nETHTOOL_OPTS=\"-K ${DEVICE} tso off\"\r\n");
    assertThat(lines(VARIABLE::apply, "ETHTOOL_OPTS=\"-s x; -G x rx 8\" # why\nB=2"))
        .isEqualTo("ETHTOOL_OPTS=\"-s x; -G x rx 8; -K ${DEVICE} tso off\" # why\nB=2");
    assertThat(lines(VARIABLE::apply, "ETHTOOL_OPTS=\"-K ${DEVICE} tso off;-G x rx 8\"\n"))
        .isEqualTo("unchanged");
    assertThat(lines(VARIABLE::apply, "ETHTOOL_OPTS='-s x'\n")).contains("single quotes");
    assertThat(lines(VARIABLE::apply, "ETHTOOL_OPTS+=\" -s x\"\n")).startsWith("refused");
    assertThat(lines(VARIABLE::apply, "ETHTOOL_OPTS=\"-s \\\nx\"\n")).startsWith("refused");
    assertThat(lines(VARIABLE::apply, "ETHTOOL_OPTS=\"$(cat x)\"\n")).startsWith("refused");
  }

  @Test
  void aKeyOfNetplanIsIndentedAsItsNeighboursAre() {
    assertThat(netplan(YAML)).isEqualTo(YAML + "\r\n      tcp-segmentation-offload: false");
    assertThat(netplan(YAML + "\r\n      tcp-segmentation-offload: true\r\n"))
        .isEqualTo(YAML + "\r\n      tcp-segmentation-offload: false\r\n");
    assertThat(netplan(YAML + "\n      tcp-segmentation-offload: false\n")).isEqualTo("unchanged");
    assertThat(netplan(YAML + "\n    eno2:\n      dhcp4: no\n"))
        .isEqualTo(YAML + "\n      tcp-segmentation-offload: false\n    eno2:\n      dhcp4: no\n");
    assertThat(netplan("network:\n  ethernets:\n    eno1: {}\n")).contains("flow style");
    assertThat(netplan("network:\n  ethernets:\n    eno2:\n      dhcp4: no\n"))
        .contains("nothing stands below");
  }

  /// Whatever a file has become, an edit that goes through is rolled back to the byte.
  @Test
  void anyDamageIsRefusedOrTakenBack() {
    String ini = "[connection]\r\nid=x\n[ethtool]\nring-rx=8\n; c\n[ipv4]\n\nmethod=auto";
    String shell = "# \u00e9\nDEVICE=eno1\nETHTOOL_OPTS=\"-s x; y\"\nONBOOT=yes";
    for (long seed = 0; seed < 3_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      takenBack("/etc/NetworkManager/x", damaged(ini, random), KEY::apply, seed);
      takenBack("/etc/sysconfig/x", damaged(shell, random), VARIABLE::apply, seed);
      Content yaml = damaged(YAML, random);
      if (NETPLAN.apply(NetplanDocument.parse(yaml)) instanceof Edited<NetplanDocument> edited) {
        Content after = edited.document().lines().content();
        Content back =
            Meanings.takeOut(new FileEdit(new HostPath("/etc/x.yaml"), yaml, after), after)
                .content();
        assertThat(text(back)).as("seed %d", seed).isEqualTo(text(yaml));
      }
    }
  }

  private static void takenBack(
      String path, Content before, Function<RawLines, EditResult<RawLines>> edit, long seed) {
    if (edit.apply(RawLines.of(before)) instanceof Edited<RawLines> edited) {
      Content after = edited.document().content();
      Content back =
          Meanings.takeOut(new FileEdit(new HostPath(path), before, after), after).content();
      assertThat(withoutBlanks(back)).as("seed %d", seed).isEqualTo(withoutBlanks(before));
    }
  }

  /// Blanks between the parts of a value may be set anew.
  private static String withoutBlanks(Content content) {
    return text(content).replaceAll("[ \t\"']", "");
  }

  private static Content damaged(String text, SplittableRandom random) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return Content.of(bytes);
  }
}
