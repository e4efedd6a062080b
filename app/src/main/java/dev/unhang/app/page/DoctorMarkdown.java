package dev.unhang.app.page;

import dev.unhang.app.console.Version;
import dev.unhang.app.screen.DoctorScreen;
import dev.unhang.app.text.Ink;
import dev.unhang.app.text.Layout;
import dev.unhang.app.text.Line;
import dev.unhang.app.text.Lines;
import dev.unhang.findings.Report;
import dev.unhang.model.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What doctor says, for a forum or an issue. All that may come from evidence is inside of one
/// fenced block, which no text in it can end: there no markup, link or mention is read.
///
/// CommonMark 0.31, "Fenced code blocks"
public final class DoctorMarkdown {
  private static final int SHORTEST_FENCE = 3;
  private static final char FENCE = '`';

  private final Report report;
  private final UnaryOperator<String> redaction;
  private final boolean isRedacted;

  /// @param redaction what becomes of names and addresses
  /// @param isRedacted whether anything does
  public DoctorMarkdown(Report report, UnaryOperator<String> redaction, boolean isRedacted) {
    this.report = report;
    this.redaction = redaction;
    this.isRedacted = isRedacted;
  }

  /// The document.
  public Lines lines() {
    List<String> block = block();
    String fence = String.valueOf(FENCE).repeat(longestRun(block) + 1);
    Lines lines = new Lines().plain("**" + verdict(report.verdict().kind()) + "**").gap();
    lines.plain(fence + "text");
    block.forEach(lines::plain);
    lines.plain(fence).gap();
    String told =
        "How to read this: the first line in the block is the verdict, and a word such as";
    lines.plain(told + " *likely*");
    lines.plain("says how sure a finding is. Indented lines are quoted from the evidence.");
    lines.plain(
        isRedacted
            ? "Names and addresses were replaced, the same one by the same other one: look all the"
                + " same."
            : "Names and addresses are those of the host.");
    return lines.plain(
        "Made by `unhang doctor --markdown`, unhang " + Version.own().number() + ".");
  }

  private List<String> block() {
    List<String> block = new ArrayList<>();
    for (Line line : new DoctorScreen(report, false, "").lines(Ink.NONE).lines()) {
      String text = redaction.apply(line.text());
      boolean isProse = line.isProse() || block.isEmpty();
      block.addAll(Layout.PIPE.lines(new Line(text, line.hang(), isProse, Ink.NONE)));
    }
    return block;
  }

  /// How many marks of a fence stand side by side at most, and never fewer than end no block.
  private static int longestRun(List<String> block) {
    int longest = SHORTEST_FENCE - 1;
    for (String line : block) {
      int run = 0;
      for (int i = 0; i < line.length(); i++) {
        run = line.charAt(i) == FENCE ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    return longest;
  }

  private static String verdict(Verdict.Kind kind) {
    return switch (kind) {
      case HUNG -> "A network card hangs";
      case LOST -> "A network card is lost";
      case HUNG_BEFORE -> "A network card hung before";
      case DEGRADED -> "A network card works badly";
      case AT_RISK -> "A network card is at risk of hanging";
      case ANSWERED -> "A network card hung; a setting in force answers it";
      case CLEAR -> "No hang of a network card is known of";
      case UNKNOWN -> "Whether a network card hangs is not known";
    };
  }
}
