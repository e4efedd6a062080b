package dev.unhang.app.web;

import dev.unhang.app.json.Json;
import dev.unhang.app.json.JsonDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A real browser without a window, and one page in it.
///
/// Doc: Chrome DevTools Protocol, Page, Runtime, Emulation, Log
final class Chromium implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 50;
  private static final Pattern LISTENS = Pattern.compile("DevTools listening on (ws://\\S+)");

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonDocument>> waiting = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private String session = "";

  private Chromium(Process process, Path profile, String address) {
    this.process = process;
    this.profile = profile;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Hearing())
            .join();
  }

  /// The program; empty where there is none.
  static Optional<Path> program() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start() throws IOException {
    Path profile = Files.createTempDirectory("unhang-chromium-");
    Process process =
        new ProcessBuilder(
                program().orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Optional<String> address = Optional.empty();
    for (String line = said.readLine(); line != null && address.isEmpty(); ) {
      Matcher listens = LISTENS.matcher(line);
      address = listens.find() ? Optional.of(listens.group(1)) : Optional.empty();
      line = address.isEmpty() ? said.readLine() : line;
    }
    Thread.ofVirtual().start(() -> readOn(said));
    Chromium chromium =
        new Chromium(
            process, profile, address.orElseThrow(() -> new IOException("it does not listen")));
    chromium.attach();
    return chromium;
  }

  private static void readOn(BufferedReader said) {
    try {
      while (said.readLine() != null) {
        // It must not wait for somebody to read.
      }
    } catch (IOException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void attach() {
    String target =
        ask("Target.createTarget", json -> json.string("url", "about:blank")).text("targetId");
    session =
        ask("Target.attachToTarget", json -> json.string("targetId", target).flag("flatten", true))
            .text("sessionId");
    ask("Page.enable", json -> {});
    ask("Runtime.enable", json -> {});
    ask("Log.enable", json -> {});
  }

  /// Hears answers and what the page complains of.
  private final class Hearing implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        heard(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }

  private void heard(String text) {
    JsonDocument message;
    try {
      message = JsonDocument.read(text);
    } catch (IllegalArgumentException deeper) {
      complaints.add(text);
      return;
    }
    Optional<Long> id = message.count("id");
    if (id.isPresent()) {
      Optional.ofNullable(waiting.remove(id.get().intValue()))
          .ifPresent(asked -> asked.complete(message));
      return;
    }
    switch (message.optional("method").orElse("")) {
      case "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(text);
      default -> {}
    }
  }

  private JsonDocument ask(String method, Json.Part parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonDocument> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    CompletableFuture<WebSocket> sent =
        socket.sendText(
            Json.line(
                    json -> {
                      json.number("id", id).string("method", method).object("params", parameters);
                      if (!session.isEmpty()) {
                        json.string("sessionId", session);
                      }
                    })
                .text(),
            true);
    sent.join();
    try {
      JsonDocument message = answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      return message
          .object("result")
          .orElseThrow(() ->
              new AssertionError(
                  method
                      + ": "
                      + message
                          .object("error")
                          .flatMap(error -> error.optional("message"))
                          .orElse("no result")));
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new AssertionError(method, failed);
    }
  }

  void open(String address) {
    ask("Page.navigate", json -> json.string("url", address));
    until("document.readyState === 'complete'");
  }

  /// How wide and high its window is, in pixels.
  void size(int width, int height) {
    ask(
        "Emulation.setDeviceMetricsOverride",
        json ->
            json.number("width", width)
                .number("height", height)
                .number("deviceScaleFactor", 1)
                .flag("mobile", width < 600));
  }

  void dark(boolean dark) {
    ask(
        "Emulation.setEmulatedMedia",
        json ->
            json.objects(
                "features",
                List.of(dark ? "dark" : "light"),
                (one, value) -> one.string("name", "prefers-color-scheme").string("value", value)));
  }

  /// What an expression is worth, as text.
  String value(String expression) {
    return ask("Runtime.evaluate", json -> json.string("expression", "String(" + expression + ")"))
        .object("result")
        .flatMap(result -> result.optional("value"))
        .orElse("");
  }

  /// Waits until an expression is true.
  void until(String expression) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!value(expression).equals("true")) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "not so: " + expression + "\n" + complaints + "\n" + value("document.body.outerHTML"));
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new AssertionError(stop);
      }
    }
  }

  /// The whole page, as PNG.
  byte[] picture() {
    return Base64.getDecoder()
        .decode(
            ask(
                    "Page.captureScreenshot",
                    json -> json.string("format", "png").flag("captureBeyondViewport", true))
                .text("data"));
  }

  /// What the browser complained of: exceptions, what the page's policy forbade, what was not
  /// there.
  List<String> complaints() {
    return new ArrayList<>(complaints);
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
      delete(profile);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// It may still write there while it ends.
  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | java.io.UncheckedIOException busy) {
      folder.toFile().deleteOnExit();
    }
  }
}
