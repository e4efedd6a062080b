package dev.unhang.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.unhang.linux.LiveHostView;
import dev.unhang.model.host.HostPath;
import dev.unhang.watch.alert.Message;
import dev.unhang.watch.policy.Alerting;
import dev.unhang.watch.policy.Alerting.Preset;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A webhook's own server, on the loopback.
class HookChannelTest {
  private static final Message MESSAGE = new Message("unhang: eno1 hung", List.of("When: now"));
  private static final String SECRET = "/hook/s3cret";

  @TempDir private Path folder;
  private final List<String> got = new ArrayList<>();
  private HttpServer server;
  private int answer = 204;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          got.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private HookChannel hook(Preset preset, String mode, String url) throws IOException {
    Path file = folder.resolve("url");
    Files.writeString(file, url + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return new HookChannel(
        new Alerting.Hook("chat", new HostPath(file.toString()), preset), new LiveHostView());
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + SECRET;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JSON | {\"all\":1}",
        "NTFY | When: now",
        "GOTIFY | \"message\"",
        "SLACK | \"text\"",
        "MATRIX | \"text\"",
        "DISCORD | \"content\""
      })
  void eachPresetGetsItsBody(Preset preset, String part) throws IOException {
    assertThat(hook(preset, "rw-------", url()).send(MESSAGE, "{\"all\":1}")).isEmpty();
    assertThat(got).hasSize(1).first().asString().startsWith("POST " + SECRET).contains(part);
  }

  @ParameterizedTest
  @CsvSource({"500", "404", "302", "301"})
  void whatIsNotTakenIsToldAndNeverTheAddress(int status) throws IOException {
    answer = status;
    assertThat(hook(Preset.JSON, "rw-------", url()).send(MESSAGE, "{}").orElseThrow())
        .contains(String.valueOf(status))
        .doesNotContain("s3cret");
    assertThat(got).as("no redirect is followed").hasSize(1);
  }

  @Test
  void aServerThatIsNotThereIsToldWithoutTheAddress() throws IOException {
    HookChannel hook = hook(Preset.JSON, "rw-------", url());
    server.stop(0);
    assertThat(hook.send(MESSAGE, "{}").orElseThrow())
        .contains("not reached")
        .doesNotContain("s3cret");
  }

  @Test
  void aSecretThatOthersMayReadIsNotUsed() throws IOException {
    assertThat(hook(Preset.JSON, "rw-r--r--", url()).send(MESSAGE, "{}").orElseThrow())
        .contains("chmod 600");
    assertThat(got).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"file:///etc/passwd", "jar:file:/x!/y", "nothing", "http:", "ftp://127.0.0.1/x"})
  void onlyWebAddressesAreAsked(String url) throws IOException {
    assertThat(hook(Preset.JSON, "rw-------", url).send(MESSAGE, "{}").orElseThrow())
        .contains("holds no web address");
  }
}
