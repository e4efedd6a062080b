package dev.unhang.app.alert;

import dev.unhang.app.json.Json;
import dev.unhang.model.evidence.Content;
import dev.unhang.model.host.FileAttributes;
import dev.unhang.model.host.HostView;
import dev.unhang.watch.alert.Message;
import dev.unhang.watch.policy.Alerting;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// A web address that takes a body by POST. Its address is a secret, since whoever has it may write
/// there: it is read from a file each time, and never said.
final class HookChannel implements Channel {
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final int GOOD = 200;
  private static final int NO_LONGER_GOOD = 300;
  private static final int PRIORITY = 8;

  private final Alerting.Hook hook;
  private final HostView host;

  HookChannel(Alerting.Hook hook, HostView host) {
    this.hook = hook;
    this.host = host;
  }

  @Override
  public String name() {
    return "webhook " + hook.name();
  }

  @Override
  public Optional<String> send(Message message, String json) {
    if (host.attributes(hook.url()).known().filter(FileAttributes::isOpenToOthers).isPresent()) {
      return Optional.of(
          hook.url() + " holds a secret, and others may read it; try: chmod 600 " + hook.url());
    }
    Optional<String> text = host.read(hook.url()).known().map(Content::utf8).map(String::strip);
    if (text.isEmpty()) {
      return Optional.of(hook.url() + " can't be read");
    }
    try {
      URI address = new URI(text.get());
      boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      return isWeb && address.getHost() != null
          ? post(address, message, json)
          : Optional.of(hook.url() + " holds no web address");
    } catch (URISyntaxException broken) {
      return Optional.of(hook.url() + " holds no web address");
    }
  }

  private Optional<String> post(URI address, Message message, String json) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      try {
        connection.setConnectTimeout((int) WITHIN.toMillis());
        connection.setReadTimeout((int) WITHIN.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        boolean isText = hook.preset() == Alerting.Preset.NTFY;
        connection.setRequestProperty(
            "Content-Type", isText ? "text/plain; charset=utf-8" : "application/json");
        if (isText) {
          connection.setRequestProperty("Title", message.subject().replaceAll("[^ -~]", "?"));
        }
        try (OutputStream out = connection.getOutputStream()) {
          out.write(body(message, json).getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        return status >= GOOD && status < NO_LONGER_GOOD
            ? Optional.empty()
            : Optional.of("the server answered " + status);
      } finally {
        connection.disconnect();
      }
    } catch (IOException failed) {
      // Its words may hold the address.
      return Optional.of("the server was not reached: " + failed.getClass().getSimpleName());
    }
  }

  /// Kept apart, so that what each of them takes can be seen.
  String body(Message message, String json) {
    String text = message.subject() + "\n" + message.text();
    return switch (hook.preset()) {
      case JSON -> json;
      case NTFY -> message.text();
      case GOTIFY ->
          Json.document(body ->
                  body.string("title", message.subject())
                      .string("message", message.text())
                      .number("priority", PRIORITY))
              .text();
      case SLACK, MATRIX -> Json.document(body -> body.string("text", text)).text();
      case DISCORD -> Json.document(body -> body.string("content", text)).text();
    };
  }
}
