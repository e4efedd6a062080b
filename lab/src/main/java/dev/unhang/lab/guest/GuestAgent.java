package dev.unhang.lab.guest;

import dev.unhang.lab.LabBroken;
import dev.unhang.lab.Story;
import dev.unhang.lab.host.Json;
import dev.unhang.lab.host.SocketLines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The agent inside the machine, over virtio-serial: it runs a command and tells how it ended. It
/// does not need the network, which is what the scenarios break.
///
/// Doc: qemu docs/interop/qemu-ga-ref, guest-sync, guest-exec, guest-exec-status
public final class GuestAgent implements AutoCloseable {

  /// An answer to one message; the agent answers while the guest is under full load, too.
  private static final Duration ANSWER_BOUND = Duration.ofSeconds(30);

  private static final Duration SYNC_BOUND = Duration.ofSeconds(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /// What an exit by a signal is turned into, as shells do.
  private static final int SIGNALLED = 128;

  private final SocketLines lines;
  private final AtomicLong nextId = new AtomicLong(1);

  private GuestAgent(SocketLines lines) {
    this.lines = lines;
  }

  /// Connects to the port; whether an agent listens behind it is another question.
  public static GuestAgent connect(Path socket, Path log) {
    return new GuestAgent(SocketLines.connect(socket, log));
  }

  /// Whether the agent answers now. Answers to earlier questions are thrown away.
  public boolean answers() {
    long id = nextId.getAndIncrement();
    lines.send(Json.command("guest-sync", Map.of("id", id)));
    Optional<String> line = lines.next(SYNC_BOUND);
    while (line.isPresent()) {
      if (Json.parse(line.get()).number("return").equals(Optional.of(id))) {
        return true;
      }
      line = lines.next(SYNC_BOUND);
    }
    return false;
  }

  /// Runs a command and waits for its end.
  ///
  /// @param bound how long it may take
  public Outcome run(Duration bound, List<String> argv) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("path", argv.getFirst());
    arguments.put("arg", argv.subList(1, argv.size()));
    arguments.put(
        "env", List.of("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin", "HOME=/root"));
    arguments.put("capture-output", true);
    Long pid =
        ask("guest-exec", arguments)
            .object("return")
            .number("pid")
            .orElseThrow(() -> new LabBroken("the guest cannot start " + argv, "see agent.log"));
    long deadline = System.nanoTime() + bound.toNanos();
    while (System.nanoTime() < deadline) {
      Json status = ask("guest-exec-status", Map.of("pid", pid)).object("return");
      if (status.isTrue("exited")) {
        return outcome(argv, status);
      }
      Story.sleep(BETWEEN_LOOKS);
    }
    throw new LabBroken(
        "not ended in the guest after %d s: %s"
            .formatted(bound.toSeconds(), String.join(" ", argv)),
        "see guest.log and console.log");
  }

  private static Outcome outcome(List<String> argv, Json status) {
    long exit =
        status.number("exitcode").orElseGet(() -> SIGNALLED + status.number("signal").orElse(0L));
    return new Outcome(
        argv, Math.toIntExact(exit), decoded(status, "out-data"), decoded(status, "err-data"));
  }

  private static String decoded(Json status, String member) {
    byte[] bytes = Base64.getDecoder().decode(status.text(member).orElse(""));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Json ask(String command, Map<String, Object> arguments) {
    lines.send(Json.command(command, arguments));
    Json answer =
        lines
            .next(ANSWER_BOUND)
            .map(Json::parse)
            .orElseThrow(() ->
                new LabBroken(
                    "no answer from the guest's agent to %s in %d s"
                        .formatted(command, ANSWER_BOUND.toSeconds()),
                    "see agent.log and console.log"));
    if (answer.has("error")) {
      throw new LabBroken(
          "the guest's agent refused %s: %s"
              .formatted(arguments, answer.object("error").text("desc").orElse("")),
          "is the command there, and is its name right?");
    }
    return answer;
  }

  @Override
  public void close() {
    lines.close();
  }
}
