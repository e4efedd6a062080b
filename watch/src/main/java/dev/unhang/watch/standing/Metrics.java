package dev.unhang.watch.standing;

import dev.unhang.model.id.StepId;
import dev.unhang.watch.machine.Condition;
import dev.unhang.watch.machine.NicStanding;
import dev.unhang.watch.sense.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// How things stand, as Prometheus scrapes it.
///
/// Doc: Prometheus, "Exposition formats", text format 0.0.4
public final class Metrics {
  /// What an HTTP server calls it.
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final double MILLIS = 1000;

  private final Standing standing;
  private final StringBuilder text = new StringBuilder();

  private Metrics(Standing standing) {
    this.standing = standing;
  }

  /// The whole text, ending in a newline.
  public static String text(Standing standing) {
    Metrics metrics = new Metrics(standing);
    metrics.write();
    return metrics.text.toString();
  }

  private void write() {
    states();
    family("unhang_hangs_total", "counter", "hangs that the device confirmed");
    perNic("unhang_hangs_total", nic -> (double) standing.of(nic).hangs());
    recoveries();
    family(
        "unhang_outage_seconds_total", "counter", "time without sending, of hangs that are over");
    perNic("unhang_outage_seconds_total", nic -> seconds(standing.of(nic).outage()));
    family("unhang_transmit_bytes_total", "counter", "bytes sent, by the NIC's own counter");
    for (NicStanding nic : standing.nics()) {
      nic.traffic()
          .map(Traffic::sent)
          .ifPresent(sent -> sample("unhang_transmit_bytes_total", labels(nic), (double) sent));
    }
    family("unhang_receive_bytes_total", "counter", "bytes received, by the NIC's own counter");
    for (NicStanding nic : standing.nics()) {
      nic.traffic()
          .flatMap(Traffic::received)
          .ifPresent(got -> sample("unhang_receive_bytes_total", labels(nic), (double) got));
    }
    single(
        "unhang_lost_records_total",
        "counter",
        "times the kernel log could not be read whole",
        (double) standing.troubles());
    single(
        "unhang_passed_over_lines_total",
        "counter",
        "lines of a flooded kernel log that were not looked at one by one",
        (double) standing.passedOver());
    single(
        "unhang_distrusted_lines_total",
        "counter",
        "lines that spoke of a hang in a record that names no such card",
        (double) standing.distrusted());
    single(
        "unhang_held",
        "gauge",
        "1 while a hold forbids changes",
        standing.held().isPresent() ? 1 : 0);
    single(
        "unhang_watch_up_seconds",
        "gauge",
        "since the watch started",
        seconds(standing.at().since(standing.started())));
  }

  /// One series a condition: alert rules ask for one by name, and a number would need a legend.
  private void states() {
    family("unhang_nic_state", "gauge", "1 for the state a NIC is in");
    for (NicStanding nic : standing.nics()) {
      for (Condition condition : Condition.values()) {
        Map<String, String> labels = labels(nic);
        labels.put("state", word(condition));
        sample("unhang_nic_state", labels, nic.condition() == condition ? 1 : 0);
      }
    }
  }

  private void recoveries() {
    family("unhang_recoveries_total", "counter", "recovery steps that were done");
    for (NicStanding nic : standing.nics()) {
      steps(nic, standing.of(nic).cured(), "cured");
      steps(nic, standing.of(nic).failed(), "failed");
    }
  }

  private void steps(NicStanding nic, Map<StepId, Long> counts, String outcome) {
    new TreeMap<>(counts)
        .forEach((step, times) -> {
          Map<String, String> labels = labels(nic);
          labels.put("step", step.value());
          labels.put("outcome", outcome);
          sample("unhang_recoveries_total", labels, (double) times);
        });
  }

  private void perNic(String name, Function<NicStanding, Double> value) {
    standing.nics().forEach(nic -> sample(name, labels(nic), value.apply(nic)));
  }

  private static Map<String, String> labels(NicStanding nic) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("nic", nic.nic().name().value());
    labels.put("pci", nic.nic().pci().map(Object::toString).orElse(""));
    labels.put("driver", nic.nic().driver().orElse(""));
    return labels;
  }

  private void single(String name, String type, String help, double value) {
    family(name, type, help);
    sample(name, Map.of(), value);
  }

  private void family(String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private void sample(String name, Map<String, String> labels, double value) {
    text.append(name);
    if (!labels.isEmpty()) {
      List<String> words = new ArrayList<>();
      labels.forEach((label, of) -> words.add(label + "=\"" + escaped(of) + "\""));
      text.append('{').append(String.join(",", words)).append('}');
    }
    text.append(' ').append(number(value)).append('\n');
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /// A label's value may hold any character; these three are escaped.
  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String word(Condition condition) {
    return condition.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double seconds(Duration time) {
    return time.toMillis() / MILLIS;
  }
}
