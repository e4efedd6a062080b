package dev.unhang.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.watch.machine.Moment;
import dev.unhang.watch.policy.Publishing.Address;
import dev.unhang.watch.standing.Standing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Asked by hand over loopback: a client would not send what a hostile page makes a browser send.
class WatchServerTest {
  private static final String TOKEN = "0123456789abcdef";

  private WatchServer server = start(Optional.empty());

  private static WatchServer start(Optional<String> token) {
    Moment now = new Moment(Duration.ofSeconds(5), Instant.EPOCH);
    Standing standing = new Standing(now, now, Optional.empty(), List.of(), Map.of(), 0, 0, 0);
    try {
      return WatchServer.start(new Address("127.0.0.1", 0), token, new KnownSite(standing));
    } catch (IOException taken) {
      throw new AssertionError(taken);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String ask(String first, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request = first + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String here() {
    return "Host: 127.0.0.1:" + server.port();
  }

  @Test
  void metricsAndStatusAreServed() throws IOException {
    assertThat(ask("GET /metrics", here()))
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-type: text/plain; version=0.0.4")
        .contains("\nunhang_held 0\n");
    assertThat(ask("GET /status.json", here()))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"schema\" : \"unhang.status/1\"");
  }

  @Test
  void nothingElseIs() throws IOException {
    assertThat(ask("GET /other", here())).startsWith("HTTP/1.1 404 ");
    assertThat(ask("GET /metrics/../../etc/passwd", here())).startsWith("HTTP/1.1 404 ");
    assertThat(ask("POST /metrics", here(), "Content-Length: 0")).startsWith("HTTP/1.1 405 ");
  }

  /// A page of another site can have its own name lead to 127.0.0.1, and then read what it gets.
  @Test
  void aNameOfAnotherSiteIsRefused() throws IOException {
    for (String host : List.of("evil.example", "127.0.0.1.evil.example", "evil.example:9713", "")) {
      assertThat(ask("GET /metrics", "Host: " + host)).startsWith("HTTP/1.1 403 ");
    }
    assertThat(ask("GET /metrics")).doesNotContain("unhang_held");
    assertThat(ask("GET /metrics", "Host: localhost:9713")).startsWith("HTTP/1.1 200 ");
    assertThat(ask("GET /metrics", "Host: [::1]:9713")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void withATokenNobodyElseIsAnswered() throws IOException {
    server.close();
    server = start(Optional.of(TOKEN));
    assertThat(ask("GET /metrics", here())).startsWith("HTTP/1.1 401 ");
    assertThat(ask("GET /metrics", here(), "Authorization: Bearer " + TOKEN + "x"))
        .startsWith("HTTP/1.1 401 ");
    assertThat(ask("GET /metrics", here(), "Authorization: Bearer " + TOKEN))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void whatIsNoRequestEndsNothing() throws IOException {
    ask("\u0000\u0001", "x");
    ask("GET " + "/".repeat(100_000), here());
    assertThat(ask("GET /metrics", here())).startsWith("HTTP/1.1 200 ");
  }
}
