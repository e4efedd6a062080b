package dev.unhang.app.screen;

import dev.unhang.app.screen.TopologyTree.Branch;
import dev.unhang.app.text.Line;
import dev.unhang.app.text.Lines;
import dev.unhang.model.evidence.Trouble;
import dev.unhang.model.topology.Basis;
import dev.unhang.model.topology.Element;
import dev.unhang.model.topology.ElementKind;
import dev.unhang.model.topology.Outage;
import dev.unhang.model.topology.Topology;
import dev.unhang.model.topology.Use;
import java.util.List;
import java.util.StringJoiner;

/// A topology as a tree of text, in ASCII: consoles of dead hosts show nothing else.
public final class TopologyScreen {
  private final Topology topology;
  private final List<Branch> roots;
  private final Lines lines = new Lines();

  /// @param named what to begin with; empty for the NICs, and what sits on none
  public TopologyScreen(Topology topology, List<String> named) {
    this.topology = topology;
    this.roots = named.isEmpty() ? TopologyTree.of(topology) : TopologyTree.of(topology, named);
  }

  public Lines lines() {
    if (!topology.elements().isEmpty() && topology.elements().stream().allMatch(this::isPlanned)) {
      lines.plain("What the configuration makes when this host boots; it does not run.");
    }
    roots.forEach(this::root);
    if (topology.elements().isEmpty()) {
      lines.plain("no interface was found");
    }
    troubles("live state and configuration disagree:", topology.disagreements());
    troubles("not read, so the picture may lack something:", topology.unread());
    return lines;
  }

  private boolean isPlanned(Element element) {
    return element.basis() == Basis.CONFIGURED;
  }

  private void root(Branch root) {
    if (!lines.isEmpty()) {
      lines.gap();
    }
    Element element = root.element();
    say("", words(element) + (root.again() ? " (see above)" : ""));
    uses("  ", element);
    if (element.kind() == ElementKind.NIC) {
      OutageWords.lines(Outage.of(topology, element.name())).forEach(line -> say("  ", line));
    } else if (topology.below(element.name()).isEmpty() && !root.above().isEmpty()) {
      say(
          "  ",
          "no NIC is known to carry it: what sits on it gets out only where this host routes it");
    }
    above(root, "  ");
  }

  private void above(Branch branch, String indent) {
    List<Branch> above = branch.above();
    for (int i = 0; i < above.size(); i++) {
      boolean last = i == above.size() - 1;
      branch(above.get(i), indent, indent + (last ? "   " : "|  "));
    }
  }

  private void branch(Branch branch, String indent, String below) {
    if (isCable(branch)) {
      say(indent + "+- ", cable(branch));
      return;
    }
    say(indent + "+- ", words(branch.element()) + (branch.again() ? " (see above)" : ""));
    uses(below + (branch.above().isEmpty() ? "   " : "|  "), branch.element());
    above(branch, below);
  }

  /// A line from a bridge's port to a guest, without anything else on the way.
  private boolean isCable(Branch branch) {
    ElementKind kind = branch.element().kind();
    return (kind == ElementKind.VETH || kind == ElementKind.TAP) && branch.isLine();
  }

  private static String cable(Branch branch) {
    StringJoiner line = new StringJoiner(" - ");
    Branch at = branch;
    line.add(OutageWords.name(at.element()));
    while (!at.above().isEmpty()) {
      at = at.above().getFirst();
      line.add(OutageWords.name(at.element()));
    }
    return line.toString();
  }

  private static String words(Element element) {
    StringJoiner words = new StringJoiner(", ");
    words.add(element.kind() == ElementKind.GUEST ? "" : element.kind().word());
    element.label().ifPresent(words::add);
    element
        .bonding()
        .flatMap(bonding -> bonding.active())
        .ifPresent(active -> words.add(active + " sends"));
    String text = words.toString();
    return element.kind() == ElementKind.GUEST
        ? OutageWords.name(element)
        : element.name() + " - " + text;
  }

  private void uses(String indent, Element element) {
    for (Use use : topology.usesOf(element.name())) {
      say(indent, use.text());
    }
  }

  private void troubles(String head, List<Trouble> troubles) {
    if (!troubles.isEmpty()) {
      lines.gap();
      lines.plain(head);
      troubles.forEach(trouble -> say("  ", trouble.toString()));
    }
  }

  /// Long lines go on below their first word.
  private void say(String indent, String text) {
    lines.add(Line.prose(indent + text, indent.length() + 2));
  }
}
