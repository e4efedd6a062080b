package dev.unhang.app.alert;

import dev.unhang.model.error.UnhangException;
import dev.unhang.model.host.Command;
import dev.unhang.watch.alert.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Mail by the host's own program, which queues it while there is no way out. On Proxmox VE that
/// reaches the notification targets of root.
///
/// Man: sendmail(1), postfix's, "-i" and "-f"
final class MailChannel implements Channel {
  private static final String PROGRAM = "sendmail";
  private static final String FILE = "mail.eml";
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private final String to;
  private final AlertFolder folder;

  MailChannel(String to, AlertFolder folder) {
    this.to = to;
    this.folder = folder;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Optional<String> send(Message message, String json) {
    try {
      return folder.feed(
          new Command(List.of(PROGRAM, "-i", "--", to), WITHIN), FILE, mail(message));
    } catch (UnhangException failed) {
      return Optional.of("the mail could not be written: " + failed.getMessage());
    }
  }

  /// RFC 5322. The header is ASCII, of one line each.
  private String mail(Message message) {
    return "To: "
        + to
        + "\nSubject: "
        + message.subject().replaceAll("[^ -~]", "?")
        + "\nAuto-Submitted: auto-generated\nMIME-Version: 1.0\n"
        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        + message.text();
  }
}
