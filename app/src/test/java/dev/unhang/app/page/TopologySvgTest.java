package dev.unhang.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Tie;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What can be said of a drawing without looking at it.
class TopologySvgTest {
  private static final Pattern BOX =
      Pattern.compile("<rect [^>]*x=\"(\\d+)\" y=\"(\\d+)\" width=\"(\\d+)\" height=\"(\\d+)\"");

  private final List<Element> elements = new ArrayList<>();
  private final List<Tie> ties = new ArrayList<>();

  private void element(String name, ElementKind kind, String... below) {
    elements.add(new Element(name, kind, Optional.empty(), Optional.empty(), Basis.LIVE));
    for (String lower : below) {
      ties.add(new Tie(lower, name, Basis.LIVE));
    }
  }

  private record Box(int left, int top, int width, int height) {
    boolean meets(Box other) {
      return left < other.left + other.width
          && other.left < left + width
          && top < other.top + other.height
          && other.top < top + height;
    }
  }

  private List<Box> draw(Use... uses) {
    Topology topology = new Topology(elements, ties, List.of(uses), List.of(), List.of());
    Matcher found = BOX.matcher(TopologySvg.of(topology, "pve-02"));
    List<Box> boxes = new ArrayList<>();
    while (found.find()) {
      boxes.add(new Box(number(found, 1), number(found, 2), number(found, 3), number(found, 4)));
    }
    return boxes;
  }

  private static int number(Matcher found, int group) {
    return new java.math.BigDecimal(found.group(group)).intValueExact();
  }

  @Test
  void boxesNeverOverlapAndStayOnThePage() {
    element("eno1", ElementKind.NIC);
    element("eno2", ElementKind.NIC);
    element("bond0", ElementKind.BOND, "eno1", "eno2");
    element("vmbr0", ElementKind.BRIDGE, "bond0");
    element("vmbr1", ElementKind.BRIDGE, "eno2");
    for (int guest = 100; guest < 130; guest++) {
      element("tap" + guest + "i0", ElementKind.TAP, guest % 3 == 0 ? "vmbr1" : "vmbr0");
      element("guest " + guest, ElementKind.GUEST, "tap" + guest + "i0");
    }
    element("vmbr9", ElementKind.BRIDGE);
    List<Box> boxes =
        draw(new Use("vmbr0", Use.Kind.STORAGE, "NFS nas.example:/a/very/long/path at /mnt"));
    assertThat(boxes).hasSizeGreaterThan(60);
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      assertThat(box.left() + box.width()).isLessThanOrEqualTo(1000);
      for (int j = 0; j < i; j++) {
        assertThat(box.meets(boxes.get(j))).as(box + " and " + boxes.get(j)).isFalse();
      }
    }
  }

  @Test
  void anEmptyHostIsAnEmptyPage() {
    assertThat(draw()).isEmpty();
  }
}
