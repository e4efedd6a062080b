package dev.unhang.repair.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.id.InterfaceName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A port of Open vSwitch gets the number back by which flows know it.
class SwitchPortTest {
  private static final InterfaceName ENO1 = new InterfaceName("eno1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1  | [] | set ofport_request=1, clear ofport_request",
        "7  | 7  | set ofport_request=7, set ofport_request=7",
        "3  | 7  | set ofport_request=3, set ofport_request=7",
        "-1 | [] | ''",
        "[] | [] | ''",
        "'' | '' | ''",
      })
  void itsNumberIsAskedForAndWhatWasRequestedStays(
      String number, String requested, String commands) {
    assertThat(
            SwitchPort.again(ENO1, number, requested).stream()
                .map(argv -> argv.get(1) + " " + argv.getLast())
                .reduce((one, other) -> one + ", " + other)
                .orElse(""))
        .isEqualTo(commands);
  }
}
