package dev.unhang.app.docs;

import dev.unhang.model.finding.Finding;
import dev.unhang.model.id.RuleId;
import dev.unhang.model.id.StepId;
import java.util.Optional;
import java.util.regex.Pattern;

/// A page on a finding or a step: the very text of docs/rules and docs/steps, which the build puts
/// beside this class.
///
/// @param markdown the page, as it is written
public record Page(String markdown) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]{1,200})\\]\\([^)(]{1,200}\\)");

  /// The page on a finding.
  public static Optional<Page> of(RuleId rule) {
    return read("rules", rule.value());
  }

  /// The page on a step.
  public static Optional<Page> of(StepId step) {
    return read("steps", step.value());
  }

  /// What is ruled out, by its page's title, and what shows that it is.
  public static String ruledOut(Finding.RuledOut out) {
    String title = of(out.rule()).map(Page::title).orElse(out.rule().value());
    return '"' + title + "\": " + out.headline();
  }

  /// The page of a name, finding or step; empty where there is none.
  public static Optional<Page> named(String name) {
    return read("rules", name).or(() -> read("steps", name));
  }

  private static Optional<Page> read(String folder, String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return Resource.text(folder + "/" + name + ".md").map(Page::new);
  }

  /// What it is about, in a sentence.
  public String title() {
    return markdown.lines().findFirst().orElse("").replaceFirst("^# +", "");
  }

  /// For a terminal: headings and links without their marks, the rest as it stands.
  public String plain() {
    StringBuilder text = new StringBuilder();
    for (String line : markdown.lines().toList()) {
      String bare = line.replaceFirst("^#+ +", "");
      text.append(LINK.matcher(bare).replaceAll("$1").replace("`", "")).append('\n');
    }
    return text.toString().strip();
  }

  /// The paragraphs under a heading, each on a line; empty where the page has no such heading.
  public String section(String heading) {
    StringBuilder text = new StringBuilder();
    boolean inside = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("#")) {
        inside = line.equals("## " + heading);
      } else if (inside) {
        text.append(line.isBlank() ? "\n" : line + " ");
      }
    }
    return LINK.matcher(text.toString().strip()).replaceAll("$1").replace("`", "");
  }
}
