package dev.unhang.app.page;

import dev.unhang.app.console.Version;
import dev.unhang.app.screen.StatusScreen;
import dev.unhang.findings.words.Words;
import dev.unhang.model.change.Change;
import dev.unhang.model.id.PciAddress;
import dev.unhang.watch.machine.Account;
import dev.unhang.watch.machine.Moment;
import dev.unhang.watch.machine.NicStanding;
import dev.unhang.watch.standing.Counts;
import dev.unhang.watch.standing.Standing;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How things stand on a watched host, as a page that changes nothing. All of it can be read as it
/// was made; page.js keeps it fresh and draws what the NICs carry.
public final class WatchPage {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final int MOST_CHANGES = 50;
  private static final int MOST_HANGS = 10;

  private final WatchedHost host;
  private final Standing standing;
  private final ZoneId zone;
  private final StringBuilder html = new StringBuilder();

  /// @param zone in which times are shown
  public WatchPage(WatchedHost host, ZoneId zone) {
    this.host = host;
    this.standing = host.standing();
    this.zone = zone;
  }

  /// A page for whoever has no token yet.
  public static String signIn() {
    return head("unhang", "")
        + "<body><h1>unhang watch</h1>\n<form method=\"post\" action=\"sign-in\">"
        + "<label>Token <input type=\"password\" name=\"token\" autocomplete=\"current-password\""
        + " autofocus></label> <button>Show</button></form>\n"
        + "<p class=\"facts\">It is in the file that the policy calls token-file.</p>"
        + "</body></html>\n";
  }

  private static String head(String title, String scripts) {
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
        + Markup.escape(title)
        + "</title>\n<link rel=\"stylesheet\" href=\"uPlot.css\">"
        + "<link rel=\"stylesheet\" href=\"page.css\">\n"
        + scripts
        + "</head>";
  }

  /// A moment as the page shows it.
  public static String time(Instant at, ZoneId zone) {
    return SECONDS.format(at.atZone(zone));
  }

  /// The page, whole.
  public String text() {
    html.append(
            head(
                host.hostname() + ": unhang watch",
                "<script src=\"uPlot.js\" defer></script>"
                    + "<script src=\"page.js\" defer></script>\n"))
        .append("<body data-episodes=\"")
        .append(Markup.escape(WatchedHost.edition(host.episodes())))
        .append("\">\n<header class=\"")
        .append(Mark.of(standing))
        .append("\"><h1 id=\"state\">")
        .append(Markup.escape(StatusScreen.first(standing).text()))
        .append("</h1>\n<p>")
        .append(Markup.escape(about()))
        .append(" <span id=\"shown\">as of ")
        .append(time(standing.at()))
        .append("</span></p></header>\n");
    standing.nics().forEach(this::nic);
    hangs();
    evidence();
    ledger();
    html.append(
            "<footer>This page changes nothing. For programs: <a href=\"metrics\">metrics</a>, ")
        .append(
            "<a href=\"status.json\">status.json</a>. On a terminal: unhang status.</footer>\n");
    return html.append("</body></html>\n").toString();
  }

  private String time(Moment moment) {
    return time(moment.wall(), zone);
  }

  private String about() {
    return host.hostname()
        + ", watched since "
        + time(standing.started())
        + " by unhang "
        + Version.own().number()
        + "; "
        + standing.held().map(why -> "on hold: " + why).orElse("no hold")
        + ";";
  }

  private void nic(NicStanding nic) {
    String key = nic.nic().key();
    html.append("<section class=\"nic ")
        .append(Mark.of(nic.condition()))
        .append("\" data-key=\"")
        .append(Markup.escape(key))
        .append("\">\n<h2>")
        .append(Markup.escape(nic.nic().name().value()))
        .append(" <span class=\"condition\">")
        .append(Markup.escape(nic.condition().words()))
        .append("</span></h2>\n");
    paragraph("facts", facts(nic));
    host.dark().getOrDefault(key, List.of()).forEach(line -> paragraph("facts", line));
    html.append(
            "<div class=\"charts\"><div class=\"chart\"></div><div class=\"chart\"></div></div>")
        .append("\n<p class=\"facts\">the last ")
        .append(DaysSvg.DAYS)
        .append(" days: red a hang, blue a change</p><div class=\"drawing\">")
        .append(
            DaysSvg.of(
                host.episodes().stream().filter(each -> each.key().equals(key)).toList(),
                host.changes().stream().filter(each -> isOf(each, nic)).toList(),
                standing.at().wall(),
                zone))
        .append("</div></section>\n");
  }

  private static boolean isOf(Change change, NicStanding nic) {
    return change.pci().isPresent()
        ? change.pci().equals(nic.nic().pci())
        : change.nic().equals(nic.nic().name());
  }

  private String facts(NicStanding nic) {
    Counts counts = standing.of(nic);
    return String.join(
        ", ",
        Stream.of(
                nic.nic().driver(),
                nic.nic().pci().map(PciAddress::value),
                Optional.of(
                    Words.counted(counts.hangs(), "hang", "hangs")
                        + (counts.hangs() == 0
                            ? ""
                            : ", dark for " + Words.time(counts.outage()) + " in all")
                        + " since the watch started"))
            .flatMap(Optional::stream)
            .toList());
  }

  private void hangs() {
    html.append("<h2>Hangs</h2>\n");
    if (host.episodes().isEmpty()) {
      paragraph("empty", "The watch has told of none.");
    }
    host.episodes().stream().limit(MOST_HANGS).forEach(this::hang);
    if (host.episodes().size() > MOST_HANGS) {
      paragraph("empty", host.episodes().size() - MOST_HANGS + " older ones: unhang history");
    }
  }

  private void hang(Account hang) {
    html.append("<details><summary>")
        .append(Markup.escape(time(hang.began()) + ": " + hang.nic() + ": " + ended(hang)))
        .append("</summary><ul>\n");
    item(hang.cause().words() + "; the device showed: " + hang.seen());
    hang.notes().forEach(this::item);
    hang.evidence().ifPresent(file -> item("evidence: " + file));
    html.append("</ul></details>\n");
  }

  private static String ended(Account hang) {
    return switch (hang.stage()) {
      case GOES_ON -> "stands still, being recovered";
      case WAITS -> "stands still, waiting";
      case GIVEN_UP -> "stood still, and no step brought it back";
      case CURED ->
          "cured by "
              + hang.curedBy().orElse("a step")
              + hang.outage().map(outage -> ", after " + Words.time(outage)).orElse("");
      case CAME_BACK -> "came back by itself";
    };
  }

  private void evidence() {
    html.append("<h2>Evidence</h2>\n");
    if (host.evidence().isEmpty()) {
      paragraph("empty", "None was saved.");
      return;
    }
    html.append("<ul>\n");
    for (String name : host.evidence()) {
      html.append("<li>")
          .append(
              host.mayDownload()
                  ? "<a href=\"evidence/"
                      + Markup.escape(name)
                      + "\">"
                      + Markup.escape(name)
                      + "</a>"
                  : "<code>unhang doctor " + Markup.escape(host.folder() + "/" + name) + "</code>")
          .append("</li>\n");
    }
    html.append("</ul>\n");
    if (!host.mayDownload()) {
      paragraph(
          "empty",
          "It holds what only root may read. With a token-file in the policy it can be downloaded"
              + " here.");
    }
  }

  private void ledger() {
    html.append("<h2>Changes</h2>\n");
    if (host.changes().isEmpty()) {
      paragraph("empty", "The ledger is empty.");
      return;
    }
    html.append("<table><tr class=\"head\"><th>change</th><th>begun</th><th>NIC</th><th>what</th>")
        .append("<th>state</th></tr>\n");
    for (Change change : host.changes().stream().limit(MOST_CHANGES).toList()) {
      html.append("<tr><td class=\"number\">")
          .append(change.number())
          .append("</td><td class=\"when\">")
          .append(time(change.begun(), zone));
      for (String cell : List.of(change.nic().value(), change.title(), change.state().word())) {
        html.append("</td><td>").append(Markup.escape(cell));
      }
      html.append("</td></tr>\n");
    }
    html.append("</table>\n");
  }

  private void paragraph(String style, String text) {
    html.append("<p class=\"")
        .append(style)
        .append("\">")
        .append(Markup.escape(text))
        .append("</p>\n");
  }

  private void item(String text) {
    html.append("<li>").append(Markup.escape(text)).append("</li>\n");
  }
}
