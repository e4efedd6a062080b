package dev.unhang.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.app.TestConsole;
import dev.unhang.app.docs.Terms;
import dev.unhang.app.wiring.SimWiring;
import dev.unhang.repair.guard.Guards;
import dev.unhang.repair.persist.KernelArguments;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A command takes exactly what it uses; anything else is refused with what to type, and changes
/// nothing.
class ArgumentsTest {
  private static TestConsole unhang(String... words) {
    return TestConsole.run(new SimWiring(), words);
  }

  private static TestConsole line(String line) {
    return unhang(line.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fix eno1 eno2 --yes | fix takes one IF; what is eno2?",
        "plan eno1 eno2 | plan takes one IF; what is eno2?",
        "ack eno1 eno2 | ack takes one IF",
        "recover eno1 eno2 --dry-run | recover takes one IF",
        "load eno1 eno2 --server 192.0.2.1 | load takes one IF",
        "verify eno1 vmbr0 | verify looks at one interface",
        "features eno1 vmbr0 | features shows one interface",
        "undo 1 2 | undo takes one N",
        "confirm 1 | confirm takes no operand; what is 1?",
        "history all | history takes no operand",
        "report here | report takes no operand",
        "explain tso gso | explain takes one WHAT",
        "plan eno1 --set tso gso gro | --set tso,gso,gro",
        "fix eno1 --override nope --yes | there is no guard nope",
        "recover eno1 --override quorum,nope | there is no guard nope",
        "scan --boot= | --boot takes BOOT; it was given nothing",
        "doctor --root= | --root takes DIR; it was given nothing",
        "report -o= | -o takes FILE; it was given nothing",
        "docter | there is no command docter; did you mean doctor?",
        "doctor --jsn | doctor has no option --jsn; did you mean --json?",
        "revrt 1 | there is no command revrt"
      })
  void whatIsTooMuchOrWrongIsSaid(String typed, String said) {
    TestConsole refused = line(typed);
    assertThat(refused.err()).contains(said).doesNotContain("at index", "revert?");
    assertThat(refused.exit()).isEqualTo(64);
    assertThat(refused.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan", "doctor", "compare", "explain", "boots", "verify", "plan", "fix"})
  void anEmptyWordIsNoFileAndNoInterface(String command) {
    TestConsole refused = unhang(command, "");
    assertThat(refused.exit()).isEqualTo(64);
    assertThat(refused.err()).contains("it was given an empty word");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fix", "plan", "recover", "ack", "load"})
  void anotherHostIsNotThisOne(String command) {
    for (List<String> order :
        List.of(
            List.of(command, "eno1", "ssh://root@pve-02:2222"),
            List.of(command, "ssh://root@pve-02:2222", "eno1"))) {
      TestConsole refused = unhang(order.toArray(String[]::new));
      assertThat(refused.exit()).isEqualTo(64);
      assertThat(refused.err())
          .contains(
              command + " runs on the host itself",
              "try: ssh -p 2222 root@pve-02 unhang " + command + " eno1");
    }
    assertThat(unhang(command, "ssh://pve-02").err()).contains("ssh pve-02 unhang " + command);
  }

  @Test
  void anInterfaceThatIsMistypedIsGuessed() {
    assertThat(unhang("plan", "enp1").err()).contains("no interface of that name", "it has");
    assertThat(unhang("plan", "eno2").err()).contains("did you mean eno1?");
    assertThat(unhang("plan", "wlan0").err()).doesNotContain("did you mean");
  }

  @Test
  void helpIsAWordToo() {
    assertThat(unhang("help").out()).isEqualTo(unhang("--help").out());
    assertThat(unhang("help", "doctor").out()).isEqualTo(unhang("doctor", "--help").out());
    assertThat(unhang("help", "docter").exit()).isEqualTo(64);
  }

  @Test
  void optionsMayStandAnywhere() {
    String plan = unhang("plan", "--set", "tso", "eno1").out();
    assertThat(plan).isNotEmpty().isEqualTo(unhang("plan", "eno1", "--set", "tso").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void shellsCompleteEveryCommandAndOption(String shell) {
    TestConsole script = unhang("completion", shell);
    assertThat(script.exit()).isZero();
    assertThat(script.out())
        .contains("doctor", "recover", "jsonl", "take-over")
        .doesNotContain("Takes a change back after a while");
    assertThat(unhang("completion", "csh").exit()).isEqualTo(64);
    assertThat(unhang("completion").exit()).isEqualTo(64);
  }

  @Test
  void colorsAreForThoseWhoWantThem() {
    assertThat(unhang("doctor").out()).doesNotContain("\u001b");
    assertThat(unhang("doctor", "--color=never").out()).isEqualTo(unhang("doctor").out());
    assertThat(unhang("doctor", "--color=always").out())
        .startsWith("\u001b[1;3")
        .contains("\u001b[0m\n");
    assertThat(unhang("doctor", "--color=sometimes").exit()).isEqualTo(64);
  }

  /// Who is refused by a guard, or reads of one in the help, can ask what it is.
  @Test
  void everyWordThatIsTakenIsExplained() {
    List<String> words = new ArrayList<>(Guards.names());
    words.addAll(KernelArguments.KNOWN);
    words.addAll(List.of("tso", "rxvlan", "incident", "all-offloads", "eee", "pause", "aspm"));
    words.add("device-stands-still");
    words.addAll(new Terms().all());
    for (String word : words) {
      TestConsole told = unhang("explain", word);
      assertThat(told.exit()).as(word).isZero();
      assertThat(told.out()).as(word).isNotBlank();
    }
  }

  @Test
  void aWordThatNobodyKnowsIsGuessed() {
    TestConsole refused = unhang("explain", "transmit-unit-hang");
    assertThat(refused.err()).contains("did you mean transmit-unit-hangs?");
    assertThat(refused.exit()).isEqualTo(66);
  }

  @Test
  void explainListsAllThatItExplains() {
    TestConsole list = unhang("explain", "--list");
    assertThat(list.exit()).isZero();
    assertThat(list.out())
        .contains("transmit-unit-hangs", "turn-off-offload", "TDH", "quorum", "stuckSecondsIf");
    for (String word : List.of("turn-off-offload", "stuckSecondsIf", "hzfrom", "quorum")) {
      assertThat(unhang("explain", word).exit()).as(word).isZero();
    }
    assertThat(unhang("explain", "--list", "tso").exit()).isEqualTo(64);
  }
}
