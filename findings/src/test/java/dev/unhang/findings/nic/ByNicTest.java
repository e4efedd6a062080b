package dev.unhang.findings.nic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.id.PciAddress;
import dev.unhang.model.log.LoggedNic;
import dev.unhang.model.log.SameNic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// What is found by index is what looking at all finds.
class ByNicTest {
  private static LoggedNic random(Random random) {
    return new LoggedNic(
        part(random, "e1000e", "igb"),
        part(random, "0000:00:19.0", "0000:02:00.0", "0000:03:00.0").flatMap(PciAddress::parse),
        part(random, "eno1", "eno2", "eth0"));
  }

  private static Optional<String> part(Random random, String... words) {
    int at = random.nextInt(words.length + 1);
    return at == words.length ? Optional.empty() : Optional.of(words[at]);
  }

  @RepeatedTest(50)
  void everyNicFindsItsOwn(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<LoggedNic> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(random(random));
    }
    ByNic<LoggedNic> index = new ByNic<>(all, Function.identity());
    for (int i = 0; i < 40; i++) {
      LoggedNic wanted = random(random);
      assertThat(index.of(wanted))
          .as(wanted.toString())
          .isEqualTo(all.stream().filter(each -> SameNic.is(each, wanted)).toList());
    }
  }
}
