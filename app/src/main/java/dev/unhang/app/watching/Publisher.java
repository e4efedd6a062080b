package dev.unhang.app.watching;

import dev.unhang.app.web.WatchServer;
import dev.unhang.linux.file.ResultFile;
import dev.unhang.model.change.ChangeLedger;
import dev.unhang.model.error.CannotRead;
import dev.unhang.model.error.UnhangException;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.evidence.Reading;
import dev.unhang.model.host.HostPath;
import dev.unhang.model.host.HostView;
import dev.unhang.watch.machine.Condition;
import dev.unhang.watch.machine.NicStanding;
import dev.unhang.watch.policy.Publishing;
import dev.unhang.watch.policy.Publishing.Address;
import dev.unhang.watch.standing.Metrics;
import dev.unhang.watch.standing.Recent;
import dev.unhang.watch.standing.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Shows how things stand, wherever the policy says. What can't be written is said once, and stops
/// nothing.
final class Publisher {
  /// A point of the page's charts.
  static final Duration EVERY = Duration.ofSeconds(1);

  /// node_exporter is scraped about as often.
  private static final Duration TEXTFILE_EVERY = Duration.ofSeconds(15);

  private static final int SHORTEST_TOKEN = 16;

  private final HostView host;
  private final Supplier<Standing> standing;
  private final Consumer<String> say;
  private final Recent recent = new Recent();
  private final HostSite site;
  private Optional<WatchServer> server = Optional.empty();
  private Optional<Standing> last = Optional.empty();
  private Optional<Standing> written = Optional.empty();
  private volatile Publishing publishing = Publishing.NONE;
  private Optional<String> fileTrouble = Optional.empty();
  private Optional<String> textfileTrouble = Optional.empty();

  /// @param standing as of this moment
  Publisher(HostView host, ChangeLedger ledger, Supplier<Standing> standing, Consumer<String> say) {
    this.host = host;
    this.standing = standing;
    this.say = say;
    this.site = new HostSite(host, ledger, standing, recent);
  }

  /// There is another policy.
  void open(Publishing next) {
    if (!next.listen().equals(publishing.listen()) || !next.token().equals(publishing.token())) {
      server.ifPresent(WatchServer::close);
      server = next.listen().flatMap(address -> served(address, next.token()));
    }
    publishing = next;
  }

  private Optional<WatchServer> served(Address address, Optional<HostPath> tokenFile) {
    try {
      Optional<String> token = tokenFile.map(this::token);
      return Optional.of(WatchServer.start(address, token, site));
    } catch (IOException taken) {
      say.accept("can't listen on " + address + ": " + taken.getMessage());
    } catch (UnhangException unread) {
      say.accept("does not listen on " + address + ": " + unread.getMessage());
    }
    return Optional.empty();
  }

  /// Without it nothing is served: a token that can't be read is not no token.
  private String token(HostPath file) {
    Reading<Content> reading = host.read(file);
    String text = reading.known().map(Content::utf8).orElse("").strip();
    boolean isPrivate =
        host.attributes(file).known().filter(each -> !each.isOpenToOthers()).isPresent();
    if (text.length() < SHORTEST_TOKEN || !isPrivate) {
      throw new CannotRead(
          "read the token in " + file,
          "",
          reading
              .whyNot()
              .orElse(
                  isPrivate
                      ? "it has less than " + SHORTEST_TOKEN + " characters"
                      : "others may read it"),
          "openssl rand -hex 16 > " + file + "; chmod 600 " + file);
    }
    return text;
  }

  /// Called by one thread.
  void publish() {
    Standing now = standing.get();
    recent.accept(now);
    if (isDue(written, now, StandingFile.EVERY)) {
      written = Optional.of(now);
      fileTrouble = said(fileTrouble, tried(() -> StandingFile.write(now)));
    }
    Optional<HostPath> textfile = publishing.textfile();
    if (textfile.isPresent() && isDue(last, now, TEXTFILE_EVERY)) {
      last = Optional.of(now);
      textfileTrouble = said(textfileTrouble, tried(() -> textfile(textfile.get().value(), now)));
    }
  }

  /// At once where a NIC's condition is another.
  private static boolean isDue(Optional<Standing> last, Standing now, Duration every) {
    return last.filter(then ->
            conditions(then).equals(conditions(now))
                && now.at().since(then.at()).compareTo(every) < 0)
        .isEmpty();
  }

  private static List<Condition> conditions(Standing standing) {
    return standing.nics().stream().map(NicStanding::condition).toList();
  }

  /// node_exporter reads it, and runs as another user.
  private static void textfile(String path, Standing standing) {
    byte[] text = Metrics.text(standing).getBytes(StandardCharsets.UTF_8);
    ResultFile.writeForAll(path, out -> out.write(text));
  }

  /// The watch ends: nothing stands as it was last said.
  void end() {
    server.ifPresent(WatchServer::close);
    tried(StandingFile::remove);
  }

  private static Optional<String> tried(Runnable write) {
    try {
      write.run();
      return Optional.empty();
    } catch (UnhangException failed) {
      return Optional.of(String.valueOf(failed.getMessage()));
    }
  }

  private Optional<String> said(Optional<String> before, Optional<String> now) {
    if (!now.equals(before)) {
      now.ifPresent(say);
    }
    return now;
  }
}
