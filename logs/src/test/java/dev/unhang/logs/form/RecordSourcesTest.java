package dev.unhang.logs.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.bulk.Lines;
import dev.unhang.logs.record.LogRecord;
import dev.unhang.logs.record.LogRecord.Border;
import dev.unhang.model.evidence.Origin;
import dev.unhang.model.evidence.Place;
import dev.unhang.model.evidence.Trouble;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each form of log says of its records, and what is left of a damaged one.
class RecordSourcesTest {
  private static final Origin ORIGIN = new Origin("log");

  /// What a source made of some bytes.
  record Result(List<LogRecord> records, List<Trouble> troubles) {
    List<List<String>> lines() {
      return records.stream().map(LogRecord::lines).toList();
    }

    List<String> words() {
      return troubles.stream().map(Trouble::toString).toList();
    }
  }

  private static Result read(
      BiFunction<Origin, Consumer<LogRecord>, RecordSource> reader, byte[] bytes) {
    List<LogRecord> records = new ArrayList<>();
    RecordSource source = reader.apply(ORIGIN, records::add);
    source.accept(bytes, 0, bytes.length);
    source.finish();
    Result whole = new Result(records, source.troubles());
    for (int seed = 0; seed < 5; seed++) {
      assertThat(chunked(reader, bytes, new Random(seed))).as("seed %s", seed).isEqualTo(whole);
    }
    return whole;
  }

  private static Result chunked(
      BiFunction<Origin, Consumer<LogRecord>, RecordSource> reader, byte[] bytes, Random random) {
    List<LogRecord> records = new ArrayList<>();
    RecordSource source = reader.apply(ORIGIN, records::add);
    for (int from = 0; from < bytes.length; ) {
      int length = Math.min(bytes.length - from, 1 + random.nextInt(40));
      source.accept(bytes, from, length);
      from += length;
    }
    source.finish();
    return new Result(records, source.troubles());
  }

  private static Result kmsg(String text) {
    return read(KmsgLog::new, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aRecordOfKmsgHasItsLinesAndItsDevice() {
    Result result =
        kmsg(
            "3,350,19348376,-;e1000e: Hang:\\x0a  TDH <61>\\x0a\\x5cx41 \\xc3\\xa9\n"
                + " SUBSYSTEM=pci\n"
                + " DEVICE=+pci:0000:00:19.0\n"
                + "6,351,19348377,-;next\n");
    assertThat(result.lines())
        .containsExactly(List.of("e1000e: Hang:", "  TDH <61>", "\\x41 \u00e9"), List.of("next"));
    LogRecord first = result.records().getFirst();
    assertThat(first.border()).isEqualTo(Border.KEPT);
    assertThat(first.device()).contains("+pci:0000:00:19.0");
    assertThat(first.identifier()).contains("kernel");
    assertThat(first.at().uptime()).map(Object::toString).contains("19.348376");
    assertThat(result.records().get(1).device()).isEmpty();
    assertThat(result.troubles()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'11,1,2,-;x', a program, x",
    "'30,1,2,-;systemd-shutdown[1]: Syncing', systemd-shutdown, Syncing",
    "'14,1,2,-;kernel: e1000e', a program named kernel, e1000e",
    "'6,1,2,-;systemd[1]: x', kernel, 'systemd[1]: x'",
    "'6.1.0-13-amd64,6,1,2,-;x', kernel, x"
  })
  void aFacilityTellsWhoWroteIt(String line, String writer, String text) {
    LogRecord record = kmsg(line + "\n").records().getFirst();
    assertThat(record.identifier()).contains(writer);
    assertThat(record.lines()).containsExactly(text);
  }

  @Test
  void recordsThatWereLostAreCounted() {
    String text = "6,10,1,-;a\n6,11,2,-;b\n6,15,3,-;c\n6,17,4,-;d\n6,0,1,-;next boot\n6,1,2,-;e\n";
    assertThat(kmsg(text).words())
        .containsExactly(
            "log:3: 3 records lost before this one", "log:4: 1 record lost before this one");
    KmsgLog live = new KmsgLog(ORIGIN, it -> {});
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    live.accept(bytes, 0, bytes.length);
    assertThat(live.lost()).isEqualTo(4);
  }

  /// Each read of the device is one record.
  @Test
  void aLiveRecordIsHandedOutWhenItWasRead() {
    List<LogRecord> records = new ArrayList<>();
    KmsgLog live = new KmsgLog(ORIGIN, records::add);
    byte[] record = "3,1,2,-;x\n DEVICE=n2\n".getBytes(StandardCharsets.UTF_8);
    live.accept(record, 0, record.length);
    assertThat(records).isEmpty();
    live.recordEnds();
    assertThat(records).hasSize(1);
    assertThat(records.getFirst().device()).contains("n2");
    live.finish();
    assertThat(records).hasSize(1);
  }

  /// Doc: Documentation/networking/netconsole.rst (v6.1), "Extended console"
  @Test
  void netconsolesFragmentsAreOneRecord() {
    Result result =
        kmsg(
            "6,416,1758426,-,ncfrag=0/31;the first chunk,\n"
                + "6,416,1758426,-,ncfrag=16/31; the 2nd chunk.\n"
                + "6,418,1758427,-,ncfrag=16/31;e1000e 0000:00:19.0 eno1: its first part is"
                + " lost\n");
    assertThat(result.lines().getFirst()).containsExactly("the first chunk, the 2nd chunk.");
    assertThat(result.records().get(1).border()).isEqualTo(Border.CONTINUES);
  }

  @Test
  void aFragmentInATextLogBeginsNothing() {
    Result result =
        read(
            TextLog::new,
            "> 6,418,1758427,-,ncfrag=16/31;e1000e 0000:00:19.0 eno1: NIC Link is Down\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(result.records().getFirst().border()).isEqualTo(Border.CONTINUES);
  }

  private static byte[] field(String name, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value.length).array());
    out.writeBytes(value);
    out.write('\n');
    return out.toByteArray();
  }

  private static byte[] joined(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object part : parts) {
      out.writeBytes(
          part instanceof byte[] bytes ? bytes : part.toString().getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void anExportedValueMayHoldAnything() {
    byte[] message = "first\n\n__CURSOR=forged\nMESSAGE=forged\n".getBytes(StandardCharsets.UTF_8);
    Result result =
        read(
            JournalExport::new,
            joined(
                "__CURSOR=s=1;i=1\n_TRANSPORT=kernel\n",
                field("MESSAGE", message),
                field("_OTHER", new byte[] {0, 10, 10, 0}),
                "\n__CURSOR=s=1;i=2\nMESSAGE=second\n\n"));
    assertThat(result.lines())
        .containsExactly(
            List.of("first", "", "__CURSOR=forged", "MESSAGE=forged", ""), List.of("second"));
    assertThat(result.records().getFirst().place()).isEqualTo(new Place.Cursor(ORIGIN, "s=1;i=1"));
    assertThat(result.troubles()).isEmpty();
  }

  @Test
  void aDamagedExportIsReadFromItsNextEntryOn() {
    byte[] wrong = field("MESSAGE", new byte[3]);
    wrong[8] = 1;
    byte[] endless = field("MESSAGE", new byte[3]);
    endless[15] = (byte) 0xff;
    for (byte[] damage : List.of(wrong, endless, "no field\n".getBytes(StandardCharsets.UTF_8))) {
      Result result =
          read(
              JournalExport::new,
              joined("__CURSOR=a\n", damage, "X=1\n\n__CURSOR=b\nMESSAGE=second\n"));
      assertThat(result.lines()).containsExactly(List.of("second"));
      assertThat(result.words()).hasSize(1);
      assertThat(result.words().getFirst()).contains("left out up to the next entry");
    }
  }

  @Test
  void anExportThatWasCutIsReadToItsEnd() {
    byte[] whole =
        joined("__CURSOR=a\n", field("MESSAGE", "one\ntwo".getBytes(StandardCharsets.UTF_8)));
    Result result = read(JournalExport::new, Arrays.copyOf(whole, whole.length - 2));
    assertThat(result.lines()).containsExactly(List.of("one", "tw"));
    assertThat(result.words().getFirst()).endsWith("the log ends inside field MESSAGE");
  }

  @Test
  void anExportedFieldBeyondTheBoundIsCut() {
    Result result =
        read(
            JournalExport::new,
            joined(
                "__CURSOR=a\n",
                field("MESSAGE", new byte[1 << 20]),
                "A=" + "x".repeat(1 << 20) + "\n\n__CURSOR=b\nMESSAGE=c\n"));
    assertThat(result.records()).hasSize(2);
    assertThat(result.records().getFirst().lines().getFirst()).hasSize(Lines.MAX_BYTES);
    assertThat(result.troubles()).hasSize(2);
  }

  /// The first line of a message alone begins at four blanks: what follows has more.
  @Test
  void aVerboseMessageCannotForgeFields() {
    String text =
        "Sat 2026-11-21 04:12:39.578665 UTC [s=7e;i=1;b=eb6a2d01e1f24ff9ab937ca8278e38d1;m=a;t=f]\n"
            + "    _TRANSPORT=syslog\n"
            + "    SYSLOG_IDENTIFIER=kernel\n"
            + "    MESSAGE=first\n"
            + "            _TRANSPORT=kernel\n"
            + "              indented\n"
            + "    PRIORITY=6\n";
    Result result = read(JournalVerbose::new, text.getBytes(StandardCharsets.UTF_8));
    assertThat(result.lines()).containsExactly(List.of("first", "_TRANSPORT=kernel", "  indented"));
    LogRecord record = result.records().getFirst();
    assertThat(record.identifier()).contains("a program named kernel");
    assertThat(record.boot()).isPresent();
    assertThat(record.at().uptime()).map(Object::toString).contains("0.000010");
  }

  @Test
  void aPrettyEntryWithoutItsEndLeavesTheOthersAlone() {
    String entry = "{\n\t\"__CURSOR\" : \"s=1;i=1\",\n\t\"MESSAGE\" : \"a { b } \\\" c\"\n}\n";
    for (String damage :
        List.of(
            "{\n\t\"MESSAGE\" : \"cut\n",
            "{\n\t\"MESSAGE\" : \"x\",\n",
            "{ \"A\" : }\n",
            "{\n\t\"MESSAGE\" : \"" + "x".repeat(1 << 20) + "\"\n}\n")) {
      Result result =
          read(JournalPretty::new, (entry + damage + entry).getBytes(StandardCharsets.UTF_8));
      assertThat(result.lines()).as(damage).hasSize(2).containsOnly(List.of("a { b } \" c"));
      assertThat(result.troubles()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"pri\": 3, \"time\": 26.017255, \"msg\": \"x\"}', kernel, 26.017255",
    "'{\"fac\": \"kern\", \"pri\": \"err\", \"time\": 26.017255, \"msg\": \"x\"}', kernel,"
        + " 26.017255",
    "'{\"fac\": \"user\", \"pri\": \"err\", \"time\": 26.017255, \"msg\": \"x\"}', a program,"
        + " 26.017255",
    "'{\"pri\": 12, \"time\": 26.017255, \"msg\": \"x\"}', a program, 26.017255",
    "'{\"pri\": 3, \"time\": \"Sat Nov 21 04:12:41 2026\", \"msg\": \"x\"}', kernel, ''",
    "'{\"pri\": 3, \"time\": \"2026-11-21T04:12:41,000000+00:00\", \"msg\": \"x\"}', kernel, ''"
  })
  void dmesgsJsonTellsWhoAndWhen(String entry, String writer, String uptime) {
    String text = "{\n   \"dmesg\": [\n      " + entry + "\n   ]\n}\n";
    Result result = read(DmesgJson::new, text.getBytes(StandardCharsets.UTF_8));
    assertThat(result.troubles()).isEmpty();
    LogRecord record = result.records().getFirst();
    assertThat(record.identifier()).isEqualTo(Optional.of(writer));
    assertThat(record.at().isKnown()).isTrue();
    assertThat(record.at().uptime().map(Object::toString).orElse("")).isEqualTo(uptime);
  }

  @Test
  void aCarriageReturnAloneEndsALine() {
    Result result =
        read(
            TextLog::new,
            "\ufeff[ 1.000000] a\r[ 2.000000] b\r\r\n[ 3.000000] c\r\n\r"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(result.lines())
        .containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of(""));
    assertThat(result.records().get(2).place()).isEqualTo(new Place.Line(ORIGIN, 2));
  }
}
