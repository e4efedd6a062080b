package dev.unhang.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.model.id.Hertz;
import dev.unhang.model.log.Episode;
import dev.unhang.model.log.StuckFor;
import dev.unhang.model.log.StuckFor.HzFrom;
import dev.unhang.testing.DumpText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Public reports whose tick rate and stuck time were worked out by hand.
class VectorsTest {
  @ParameterizedTest
  @CsvSource({
    "harvester 8887 of I219-LM, 499735.511825, 1077133d8, 107713928, 250, 1360, 5440",
    "lede 5854, 1023.724378, 10002c14d, 10002c2e0, 250, 403, 1612",
    "gislab 407 of 82579LM first, 9327.470501, 100227358, 100227517, 250, 447, 1788",
    "gislab 407 of 82579LM second, 9329.469310, 100227358, 10022770b, 250, 947, 3788",
    "openmptcprouter 286, 40155.078978, 1003ccf74, 1003cd0c8, 100, 340, 3400",
    "incus-os 849 of I219-V, , 1003c5316, 1003fde80, , 232298,",
    "caff422ea81e without its time, , fffba7a7, fffbb140, , 2457,",
    "caff422ea81e at its time, 17.696, fffba7a7, fffbb140, 1000, 2457, 2457",
    "the lab's first, 19.348376, fffee940, fffeed70, 250, 1072, 4288",
    "across the wrap at 300 s, 301.0, fffffe0c, 1000000fa, , 750,",
    "32 bits across the wrap, 1000000.0, fffffff0, 10, , 32,",
    "32 bits long after the wrap, 43000.0, a2d8a0, a2dc88, 250, 1000, 4000",
    "after a suspend of a day no rate fits, 186400.0, 101500000, 1015003e8, , 1000,"
  })
  void oneReportWithItsUptimeTellsTheTickRate(
      String source,
      String uptime,
      String stamp,
      String jiffies,
      Integer hz,
      long ticks,
      Long millis) {
    String before = uptime == null ? "" : "[" + uptime + "] ";
    Episode episode =
        only(
            DumpText.of(DumpText.NIC)
                .set("time_stamp", stamp)
                .set("jiffies", jiffies)
                .stamped(before));
    StuckFor stuck = episode.stuck().orElseThrow();
    assertThat(stuck.ticks().count()).as(source).isEqualTo(ticks);
    assertThat(stuck.hz()).as(source).isEqualTo(Optional.ofNullable(hz).map(Hertz::new));
    assertThat(stuck.hzFrom())
        .as(source)
        .isEqualTo(hz == null ? HzFrom.UNKNOWN : HzFrom.PRINTK_TIME);
    assertThat(stuck.time())
        .as(source)
        .isEqualTo(Optional.ofNullable(millis).map(Duration::ofMillis));
  }

  private static Episode only(String text) {
    List<Episode> episodes = ReadLogs.facts(text).episodes();
    assertThat(episodes).hasSize(1);
    return episodes.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "gislab 407, '[ 9327.470501] ', '[ 9329.469310] ', 100227358, 100227517, 10022770b, 250, 3788",
    "1000 Hz by two reports, '[  100.000000] ', '[  102.000000] ', fffb1000, fffb1400, fffb1bd0,"
        + " 1000, 3024",
    "by wall time, '2025-05-25T15:23:30Z ', '2025-05-25T15:23:50Z ', 100000000, 100000200,"
        + " 100001588, 250, 22048",
    "by syslog time, 'May 25 15:23:30 a kernel: ', 'May 25 15:23:50 a kernel: ', 100000000,"
        + " 100000200, 100001588, 250, 22048"
  })
  void twoReportsTellTheTickRate(
      String source,
      String first,
      String second,
      String stamp,
      String one,
      String two,
      int hz,
      long millis) {
    DumpText dump = DumpText.of(DumpText.NIC).set("time_stamp", stamp);
    Episode episode =
        only(dump.set("jiffies", one).stamped(first) + dump.set("jiffies", two).stamped(second));
    StuckFor stuck = episode.stuck().orElseThrow();
    assertThat(stuck.hz()).as(source).contains(new Hertz(hz));
    assertThat(stuck.hzFrom()).as(source).isEqualTo(HzFrom.TWO_DUMPS);
    assertThat(stuck.time()).as(source).contains(Duration.ofMillis(millis));
  }

  /// Two reports 2 s apart by stamps of whole seconds could be 1 s or 3 s apart.
  @ParameterizedTest
  @CsvSource({"2025-05-25T15:23:32Z", "2025-05-25T15:23:31Z"})
  void wholeSecondsNeedALongerSpan(String second) {
    DumpText dump = DumpText.of(DumpText.NIC).set("time_stamp", "100000000");
    Episode episode =
        only(
            dump.set("jiffies", "100000200").stamped("2025-05-25T15:23:30Z ")
                + dump.set("jiffies", "1000003f4").stamped(second + " "));
    assertThat(episode.stuck().orElseThrow().hz()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 1000ca540", "1000ca540, 1000936a9", "ffffffffffffffff, 1"})
  void aStampThatMakesNoSenseGivesNoTime(String stamp, String jiffies) {
    Episode episode =
        only(
            DumpText.of(DumpText.NIC)
                .set("time_stamp", stamp)
                .set("jiffies", jiffies)
                .stamped("[   19.348376] "));
    if (stamp.startsWith("ffff")) {
      assertThat(episode.stuck().orElseThrow().ticks().count()).isEqualTo(2);
    } else {
      assertThat(episode.stuck()).isEmpty();
    }
  }
}
