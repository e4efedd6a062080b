package dev.unhang.app.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.unhang.app.json.StatusJson;
import dev.unhang.app.page.WatchPage;
import dev.unhang.model.host.ByteSource;
import dev.unhang.watch.policy.Publishing.Address;
import dev.unhang.watch.standing.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Serves how things stand: a page for people, `/metrics` for Prometheus, `/status.json` for
/// everything else. It changes nothing, and takes no request that a page of another site could make
/// in a browser.
public final class WatchServer implements AutoCloseable {
  /// More at once than monitoring asks for; the rest are told to come again.
  private static final int AT_ONCE = 16;

  /// Pages that are kept fresh.
  private static final int LIVE_AT_ONCE = 8;

  private static final Duration LIVE_EVERY = Duration.ofSeconds(1);

  /// A page comes again by itself.
  private static final int LIVE_TIMES = 3_600;

  private static final int BLOCK = 1 << 16;

  /// What a page is made of beside its text.
  private static final Map<String, String> PARTS =
      Map.of(
          "/page.js", "text/javascript; charset=utf-8",
          "/uPlot.js", "text/javascript; charset=utf-8",
          "/page.css", "text/css; charset=utf-8",
          "/uPlot.css", "text/css; charset=utf-8");

  private static final String EVIDENCE = "/evidence/";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Semaphore live = new Semaphore(LIVE_AT_ONCE);
  private final Admission admission;
  private final WatchedSite site;
  private final int port;

  private WatchServer(HttpServer server, Admission admission, WatchedSite site) {
    this.server = server;
    this.admission = admission;
    this.site = site;
    this.port = server.getAddress().getPort();
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
  }

  /// Begins to serve. Throws IOException where the address can't be had.
  ///
  /// @param token what a request has to bear; empty where none is asked for
  public static WatchServer start(Address listen, Optional<String> token, WatchedSite site)
      throws IOException {
    HttpServer http =
        HttpServer.create(
            new InetSocketAddress(InetAddress.ofLiteral(listen.host()), listen.port()), AT_ONCE);
    WatchServer server = new WatchServer(http, new Admission(token), site);
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
    ended.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    boolean isLive = exchange.getRequestURI().getPath().equals("/live");
    Semaphore places = isLive ? live : room;
    if (!places.tryAcquire()) {
      Reply.text(exchange, Reply.BUSY, Reply.PLAIN, "too many requests at once\n");
      return;
    }
    try {
      admitted(exchange);
    } finally {
      places.release();
    }
  }

  private void admitted(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    if (!Admission.isAskedForHere(exchange)) {
      Reply.text(
          exchange, Reply.FORBIDDEN, Reply.PLAIN, "ask by the address that unhang listens on\n");
    } else if (method.equals("POST") && path.equals("/sign-in")) {
      admission.signIn(exchange);
    } else if (!method.equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      Reply.text(exchange, Reply.NOT_ALLOWED, Reply.PLAIN, "only GET\n");
    } else if (PARTS.containsKey(path)) {
      Reply.bytes(exchange, Reply.OK, PARTS.getOrDefault(path, Reply.PLAIN), part(path));
    } else if (!admission.admits(exchange)) {
      refused(exchange, path);
    } else {
      answer(exchange, path);
    }
  }

  private static void refused(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/")) {
      Reply.text(exchange, Reply.UNAUTHORIZED, Reply.HTML, WatchPage.signIn());
    } else {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      Reply.text(
          exchange,
          Reply.UNAUTHORIZED,
          Reply.PLAIN,
          "send the header Authorization: Bearer TOKEN\n");
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    switch (path) {
      case "/" ->
          Reply.text(
              exchange,
              Reply.OK,
              Reply.HTML,
              new WatchPage(site.host(admission.asksForToken()), zone()).text());
      case "/live" -> live(exchange);
      case "/recent.json" ->
          Reply.text(
              exchange,
              Reply.OK,
              "application/json",
              LiveJson.recent(site.standing(), site.recent()).text());
      case "/metrics" ->
          Reply.text(exchange, Reply.OK, Metrics.CONTENT_TYPE, Metrics.text(site.standing()));
      case "/status.json" ->
          Reply.text(
              exchange,
              Reply.OK,
              "application/json",
              StatusJson.document(site.standing()).text() + "\n");
      default -> {
        if (path.startsWith(EVIDENCE)) {
          evidence(exchange, path.substring(EVIDENCE.length()));
        } else {
          Reply.text(
              exchange, Reply.NOT_FOUND, Reply.PLAIN, "there are /, /metrics and /status.json\n");
        }
      }
    }
  }

  private static ZoneId zone() {
    return ZoneId.systemDefault();
  }

  private static byte[] part(String path) throws IOException {
    try (InputStream found = WatchServer.class.getResourceAsStream(path.substring(1))) {
      if (found == null) {
        throw new IllegalStateException("a page without its " + path);
      }
      return found.readAllBytes();
    }
  }

  /// How things stand, once a second, as long as a client listens.
  ///
  /// Doc: WHATWG HTML, "Server-sent events"
  private void live(HttpExchange exchange) throws IOException {
    Reply.headers(exchange, "text/event-stream; charset=utf-8");
    try (exchange) {
      exchange.sendResponseHeaders(Reply.OK, 0);
      OutputStream out = exchange.getResponseBody();
      boolean ends = false;
      for (int i = 0; i < LIVE_TIMES && !ends; i++) {
        String event =
            "data: " + LiveJson.now(site.standing(), site.edition(), zone()).text() + "\n\n";
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
        ends = ended.await(LIVE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// On loopback every user of the host can ask, and evidence is for root: so it needs the token.
  private void evidence(HttpExchange exchange, String name) throws IOException {
    if (!admission.asksForToken()) {
      Reply.text(
          exchange,
          Reply.FORBIDDEN,
          Reply.PLAIN,
          "evidence needs a token: see token-file in unhang.toml(5)\n");
      return;
    }
    Optional<ByteSource> found = site.evidence(name);
    if (found.isEmpty()) {
      Reply.text(exchange, Reply.NOT_FOUND, Reply.PLAIN, "there is no such evidence\n");
      return;
    }
    try (ByteSource source = found.get()) {
      send(exchange, name, source);
    }
  }

  private static void send(HttpExchange exchange, String name, ByteSource source)
      throws IOException {
    Reply.headers(exchange, "application/gzip")
        .set("Content-Disposition", "attachment; filename=\"" + name + "\"");
    try (exchange) {
      exchange.sendResponseHeaders(Reply.OK, source.length());
      OutputStream out = exchange.getResponseBody();
      ByteBuffer block = ByteBuffer.allocate(BLOCK);
      long sent = 0;
      for (int read = source.read(sent, block); read > 0; read = source.read(sent, block.clear())) {
        out.write(block.array(), 0, read);
        sent += read;
      }
    }
  }
}
