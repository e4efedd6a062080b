package dev.unhang.app.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.unhang.app.TestConsole;
import dev.unhang.app.console.ExitCode;
import dev.unhang.app.wiring.LiveWiring;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.app.wiring.Wiring;
import dev.unhang.model.id.InterfaceName;
import dev.unhang.repair.trial.LoadOrder;
import dev.unhang.repair.trial.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What commands that do something print for other programs is as docs/schema says, and standard
/// output holds nothing else.
class DeedSchemaTest {
  private static List<String> complaints(String name, String json) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(TestConsole.repository("docs/schema").resolve(name + ".json")))
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static String said(Wiring wiring, String schema, String outcome, String... words)
      throws IOException {
    TestConsole run = TestConsole.run(wiring, words);
    assertThat(run.out()).startsWith("{").contains("\"outcome\" : \"" + outcome + "\"");
    assertThat(run.out()).contains("\"exit\" : " + run.exit());
    assertThat(complaints(schema, run.out())).isEmpty();
    return run.out();
  }

  @Test
  void whatIsFixedAndTakenBackIsAsDescribed() throws IOException {
    SimWiring pve = new SimWiring();
    said(pve, "confirm-1", "nothing", "confirm", "--json");
    said(pve, "undo-1", "nothing", "undo", "--json");
    said(pve, "fix-1", "shown", "fix", "eno1", "--json", "--dry-run");
    String fixed = said(pve, "fix-1", "done", "fix", "eno1", "--json", "--yes", "--no-try");
    assertThat(fixed).contains("\"number\" : 1", "\"state\" : \"done\"", "\"digest\"");
    said(pve, "fix-1", "nothing", "fix", "eno1", "--json", "--yes");
    TestConsole verify = TestConsole.run(pve, "verify", "eno1", "--json");
    assertThat(verify.out()).contains("\"holds\" : true");
    assertThat(complaints("verify-1", verify.out())).isEmpty();
    TestConsole history = TestConsole.run(pve, "history", "--json");
    assertThat(history.out()).contains("\"title\" : \"fix eno1\"");
    assertThat(complaints("history-1", history.out())).isEmpty();
    said(pve, "undo-1", "shown", "undo", "--json", "--dry-run");
    said(pve, "undo-1", "taken-back", "undo", "--json", "--yes");
    said(pve, "ack-1", "done", "ack", "eno1", "--json");
    String odd = fixed.replace("\"outcome\" : \"done\"", "\"outcome\" : \"well\"");
    assertThat(complaints("fix-1", odd)).isNotEmpty();
  }

  @Test
  void plansAndWhatCannotBeVerifiedAreAsDescribed() throws IOException {
    SimWiring pve = new SimWiring();
    TestConsole plan = TestConsole.run(pve, "plan", "eno1", "--json");
    assertThat(plan.out()).contains("turn-off-offload");
    assertThat(complaints("plan-1", plan.out())).isEmpty();
    assertThat(complaints("plan-1", plan.out().replace("\"risk\"", "\"danger\""))).isNotEmpty();
    TestConsole verify = TestConsole.run(pve, "verify", "eno1", "--json");
    assertThat(verify.exit()).isEqualTo(3);
    assertThat(verify.out()).contains("\"why\" : \"Nothing to verify");
    assertThat(complaints("verify-1", verify.out())).isEmpty();
  }

  @Test
  void whatIsRecoveredIsAsDescribed() throws IOException {
    String sends = said(new SimWiring(), "recover-1", "nothing", "recover", "eno1", "--json");
    assertThat(sends).contains("\"before\"");
    assertThat(complaints("recover-1", sends.replace("\"before\"", "\"ago\""))).isNotEmpty();
  }

  @Test
  void reportsThatWereMadeAreAsDescribed(@TempDir Path folder) throws IOException {
    String file = folder.resolve("r.tar.gz").toString();
    TestConsole made = TestConsole.run(new SimWiring(), "report", "--json", "-o", file);
    assertThat(made.out()).startsWith("{").contains("unhang-report/kernel.json");
    assertThat(complaints("report-made-1", made.out())).isEmpty();
    TestConsole both = TestConsole.run(new SimWiring(), "report", "--json", "-o", "-");
    assertThat(both.exit()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tso",
        "TDH",
        "transmit-unit-hangs",
        "testdata/reports/e1000e-pve-02-incident/kernel.log"
      })
  void explanationsAreAsDescribed(String what) throws IOException {
    String operand = what.indexOf('/') > 0 ? TestConsole.repository(what).toString() : what;
    TestConsole told = TestConsole.run(new LiveWiring(), "explain", "--json", operand);
    assertThat(told.out()).startsWith("{");
    assertThat(complaints("explain-1", told.out())).isEmpty();
    assertThat(told.out())
        .contains(what.indexOf('/') > 0 ? "\"field\" : \"TDH\"" : "\"word\" : \"");
  }

  @Test
  void everyEndOfALoadIsAsDescribed() throws IOException {
    LoadOrder order =
        new LoadOrder(
            new InterfaceName("eno1"),
            "192.0.2.1",
            5201,
            1,
            Duration.ofSeconds(9),
            OptionalLong.empty(),
            false);
    Duration lasted = Duration.ofMillis(1234);
    for (LoadResult result :
        List.of(
            new LoadResult.Quiet(lasted, 7),
            new LoadResult.Elsewhere(lasted, 0),
            new LoadResult.Stalled(lasted, 7),
            new LoadResult.Failed(lasted, 7, 1, "no route"))) {
      String json = LoadJson.document(order, result, ExitCode.OK).text();
      assertThat(json).contains("\"milliseconds\" : 1234");
      assertThat(complaints("load-1", json)).isEmpty();
    }
  }

  /// One object, whatever was wrong, with the exit code of the process.
  @ParameterizedTest
  @CsvSource({
    "fix nosuch0 --json --yes,66",
    "fix --json,64",
    "fix eno1 --json,64",
    "scan --json --frob,64",
    "plan nosuch0 --json,66",
    "undo --json 77,64",
    "doctor --json /nonexistent/x,66"
  })
  void errorsAreOneObject(String words, int exit) throws IOException {
    TestConsole run = TestConsole.run(new SimWiring(), words.split(" ", -1));
    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.out()).startsWith("{").contains("\"schema\" : \"unhang.error/1\"");
    assertThat(complaints("error-1", run.out())).isEmpty();
    assertThat(run.out()).contains("\"exit\" : " + exit);
  }
}
