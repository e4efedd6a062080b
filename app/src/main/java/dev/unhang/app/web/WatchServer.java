package dev.unhang.app.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.unhang.app.json.StatusJson;
import dev.unhang.watch.policy.Publishing.Address;
import dev.unhang.watch.standing.Metrics;
import dev.unhang.watch.standing.Standing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Serves how things stand: `/metrics` for Prometheus, `/status.json` for everyone else. It changes
/// nothing, and takes no request that a page of another site could make in a browser.
///
/// Doc: RFC 9110, "Host"; RFC 6750, "Bearer"
public final class WatchServer implements AutoCloseable {
  /// More at once than monitoring asks for; the rest are told to come again.
  private static final int AT_ONCE = 16;

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int BUSY = 503;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final Supplier<Standing> standing;
  private final Optional<String> token;
  private final int port;

  private WatchServer(HttpServer server, Supplier<Standing> standing, Optional<String> token) {
    this.server = server;
    this.standing = standing;
    this.token = token;
    this.port = server.getAddress().getPort();
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
  }

  /// Begins to serve. Throws IOException where the address can't be had.
  ///
  /// @param token what a request has to bear; empty where none is asked for
  public static WatchServer start(
      Address listen, Optional<String> token, Supplier<Standing> standing) throws IOException {
    HttpServer http =
        HttpServer.create(
            new InetSocketAddress(InetAddress.ofLiteral(listen.host()), listen.port()), AT_ONCE);
    WatchServer server = new WatchServer(http, standing, token);
    http.setExecutor(server.threads);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  /// Where it listens.
  public int port() {
    return port;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (!room.tryAcquire()) {
      answer(exchange, BUSY, "text/plain; charset=utf-8", "too many requests at once\n");
      return;
    }
    try {
      answer(exchange);
    } finally {
      room.release();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String plain = "text/plain; charset=utf-8";
    if (!isAskedForHere(exchange)) {
      answer(exchange, FORBIDDEN, plain, "ask by the address that unhang listens on\n");
    } else if (!bearsToken(exchange)) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      answer(exchange, UNAUTHORIZED, plain, "send the header Authorization: Bearer TOKEN\n");
    } else if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      answer(exchange, NOT_ALLOWED, plain, "only GET\n");
    } else {
      switch (exchange.getRequestURI().getPath()) {
        case "/metrics" -> answer(exchange, OK, Metrics.CONTENT_TYPE, Metrics.text(standing.get()));
        case "/status.json" ->
            answer(
                exchange,
                OK,
                "application/json",
                StatusJson.document(standing.get()).text() + "\n");
        default -> answer(exchange, NOT_FOUND, plain, "there are /metrics and /status.json\n");
      }
    }
  }

  /// A name that another site's owner makes lead here is refused: only addresses, and localhost.
  private boolean isAskedForHere(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host != null
        && host.matches("(localhost|\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");
  }

  private boolean bearsToken(HttpExchange exchange) {
    String sent = exchange.getRequestHeaders().getFirst("Authorization");
    return token
        .map(wanted ->
            sent != null
                && MessageDigest.isEqual(
                    ("Bearer " + wanted).getBytes(StandardCharsets.UTF_8),
                    sent.getBytes(StandardCharsets.UTF_8)))
        .orElse(true);
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
