package dev.unhang.app.page;

import dev.unhang.app.screen.TopologyTree;
import dev.unhang.app.screen.TopologyTree.Branch;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.GuestPort;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A topology as a drawing: the wire at the left, then NICs, what is built on them, and the guests
/// at the right. It is 1,000 units wide however deep it is, and follows the reader's choice of a
/// light or a dark page.
public final class TopologySvg {
  private static final int WIDTH = 1000;
  private static final int MARGIN = 24;
  private static final int WIRE = 56;
  private static final int GAP = 32;
  private static final int HEAD = 64;
  private static final int LINE = 18;
  private static final int PADDING = 10;
  private static final int ROW_GAP = 14;
  private static final int MAX_BOX = 240;

  /// So wide is a letter of the names, and of the smaller lines below them.
  private static final double NAME_LETTER = 8.5;

  private static final double LINE_LETTER = 7.0;

  private static final String STYLE =
      """
      svg { background: #ffffff; color: #1b1f24; font-family: "DejaVu Sans", Verdana, sans-serif; }
      text { fill: currentColor; }
      .title { font-size: 20px; font-weight: bold; }
      .name { font-size: 14px; font-weight: bold; }
      .line { font-size: 12px; opacity: 0.85; }
      rect { fill: #eef2f6; stroke: #57606a; stroke-width: 1.5; }
      rect.nic { fill: #fff1c2; stroke: #8a6100; }
      rect.guest { fill: #d9f2df; stroke: #1a7037; }
      rect.bridge, rect.ovs-bridge { fill: #dbeafe; stroke: #1d4f91; }
      path { fill: none; stroke: #57606a; stroke-width: 2; }
      path.wire { stroke-width: 4; }
      @media (prefers-color-scheme: dark) {
        svg { background: #0d1117; color: #e6edf3; }
        rect { fill: #1f262e; stroke: #8b949e; }
        rect.nic { fill: #3d2f00; stroke: #e3b341; }
        rect.guest { fill: #0f2f1a; stroke: #56d364; }
        rect.bridge, rect.ovs-bridge { fill: #0c2a4d; stroke: #79b8ff; }
        path { stroke: #8b949e; }
      }
      """;

  private final String title;
  private final int boxWidth;
  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder boxes = new StringBuilder();
  private final Map<String, Place> places = new HashMap<>();
  private int nextRow = HEAD;

  private TopologySvg(String title, int depth) {
    this.title = title;
    int room = WIDTH - 2 * MARGIN - WIRE - GAP * (depth - 1);
    this.boxWidth = Math.min(MAX_BOX, room / Math.max(1, depth));
  }

  /// A box and what is right of it.
  ///
  /// @param name its head; then its lines
  private record Box(Element element, String name, List<String> lines, List<Box> right) {
    int height() {
      return 2 * PADDING + LINE * (1 + lines.size());
    }

    int depth() {
      return 1 + right.stream().mapToInt(Box::depth).max().orElse(0);
    }
  }

  /// Where a box was drawn first. What sits on several is drawn once where lines can lead to it,
  /// else once more.
  private record Place(int column, int middle) {}

  /// The drawing, whole.
  ///
  /// @param title of the host
  public static String of(Topology topology, String title) {
    List<Box> roots = TopologyTree.of(topology).stream().map(root -> box(topology, root)).toList();
    int depth = roots.stream().mapToInt(Box::depth).max().orElse(1);
    TopologySvg drawing = new TopologySvg(title, depth);
    return drawing.draw(roots.stream().map(drawing::wrapped).toList());
  }

  /// What leads to a guest without branching is one box: the guest's port, and below it what stands
  /// between.
  private static Box box(Topology topology, Branch branch) {
    List<String> passed = new ArrayList<>();
    Branch at = branch;
    while (isPassage(at)) {
      passed.add(at.element().name());
      at = at.above().getFirst();
    }
    Element element = at.element();
    List<String> lines = new ArrayList<>();
    if (!passed.isEmpty()) {
      lines.add("behind " + String.join(", ", passed));
    }
    boolean guest = element.kind() == ElementKind.GUEST;
    lines.add(
        guest
            ? element.label().orElse("name not read")
            : element.kind().word() + element.label().map(label -> ", " + label).orElse(""));
    element
        .bonding()
        .flatMap(bonding -> bonding.active())
        .ifPresent(active -> lines.add(active + " sends"));
    for (Use use : topology.usesOf(element.name())) {
      lines.add(use.text());
    }
    return new Box(
        element,
        element.name(),
        lines,
        at.above().stream().map(above -> box(topology, above)).toList());
  }

  private static boolean isPassage(Branch branch) {
    Element element = branch.element();
    return (element.kind() == ElementKind.VETH || GuestPort.isFirewall(element.name()))
        && branch.above().size() == 1
        && branch.isLine()
        && branch.above().getFirst().element().kind() != ElementKind.GUEST;
  }

  private String draw(List<Box> roots) {
    for (Box root : roots) {
      int middle = place(root, 0);
      if (root.element().kind() == ElementKind.NIC) {
        lines.append(
            String.format(
                Locale.ROOT,
                "<path class=\"wire\" d=\"M%d %d H%d\"/>%n",
                MARGIN,
                middle,
                MARGIN + WIRE));
      }
    }
    int height = nextRow + MARGIN;
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\">%n",
            WIDTH,
            height,
            WIDTH,
            height)
        + "<title>"
        + Markup.escape(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n"
        + text(MARGIN, 36, "title", title)
        + lines
        + boxes
        + "</svg>\n";
  }

  /// @return the height of its middle
  private int place(Box box, int column) {
    int left = MARGIN + WIRE + column * (boxWidth + GAP);
    int from = nextRow;
    if (box.right().size() == 1) {
      // Side by side, whichever is taller.
      nextRow += Math.max(0, box.height() - box.right().getFirst().height()) / 2;
    }
    List<Integer> own = new ArrayList<>();
    List<Integer> shared = new ArrayList<>();
    for (Box right : box.right()) {
      Place there = places.get(right.name());
      if (there != null && there.column() == column + 1) {
        shared.add(there.middle());
      } else {
        own.add(place(right, column + 1));
      }
    }
    int middle = from + box.height() / 2;
    if (!own.isEmpty()) {
      middle = Math.max(middle, (own.getFirst() + own.getLast()) / 2);
    }
    nextRow = Math.max(nextRow, middle + box.height() / 2 + ROW_GAP);
    for (int end : own) {
      line(left + boxWidth, middle, end);
    }
    for (int end : shared) {
      line(left + boxWidth, middle, end);
    }
    box(box, left, middle - box.height() / 2);
    places.putIfAbsent(box.name(), new Place(column, middle));
    return middle;
  }

  private void line(int right, int from, int to) {
    lines.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%d %d H%d V%d H%d\"/>%n",
            right,
            from,
            right + GAP / 2,
            to,
            right + GAP));
  }

  private void box(Box box, int left, int top) {
    boxes.append(
        String.format(
            Locale.ROOT,
            "<g><title>%s</title><rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\""
                + " rx=\"6\"/>%n",
            Markup.escape(box.name() + ": " + String.join("; ", box.lines())),
            box.element().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            left,
            top,
            boxWidth,
            box.height()));
    int baseline = top + PADDING + 13;
    boxes.append(text(left + PADDING, baseline, "name", fitted(box.name(), NAME_LETTER)));
    for (String line : box.lines()) {
      baseline += LINE;
      boxes.append(text(left + PADDING, baseline, "line", fitted(line, LINE_LETTER)));
    }
    boxes.append("</g>\n");
  }

  /// The same with lines that fit.
  private Box wrapped(Box box) {
    int room = (int) ((boxWidth - 2 * PADDING) / LINE_LETTER);
    List<String> fitting = new ArrayList<>();
    for (String line : box.lines()) {
      String rest = line;
      for (int cut = cut(rest, room); cut > 0; cut = cut(rest, room)) {
        fitting.add(rest.substring(0, cut));
        rest = rest.substring(cut + 1);
      }
      fitting.add(rest);
    }
    return new Box(
        box.element(), box.name(), fitting, box.right().stream().map(this::wrapped).toList());
  }

  /// Where a line that is too long has its last blank in time; 0 where it fits or has none.
  private static int cut(String line, int room) {
    return line.length() <= room ? 0 : Math.max(0, line.lastIndexOf(' ', room));
  }

  private String fitted(String text, double letter) {
    int room = (int) ((boxWidth - 2 * PADDING) / letter);
    return text.length() <= room ? text : text.substring(0, Math.max(1, room - 1)) + "…";
  }

  private static String text(int x, int y, String style, String text) {
    return String.format(
        Locale.ROOT,
        "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n",
        style,
        x,
        y,
        Markup.escape(text));
  }
}
