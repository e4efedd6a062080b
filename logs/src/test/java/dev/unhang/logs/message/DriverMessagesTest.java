package dev.unhang.logs.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unhang.logs.bulk.Candidates;
import dev.unhang.model.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The table itself.
class DriverMessagesTest {
  private static List<List<String>> rows() {
    return Table.read(DriverMessages.class, "driver-messages.tsv", 5).rows();
  }

  @Test
  void everyMessageHasWordsLongEnoughForBulkLogs() {
    assertThat(new DriverMessages().words())
        .isNotEmpty()
        .allSatisfy(words ->
            assertThat(words.length()).as(words).isGreaterThanOrEqualTo(Candidates.SHORTEST));
  }

  @Test
  void everyDriverIsListedAsOneOfWiredNics() {
    assertThat(rows())
        .flatExtracting(row -> List.of(row.getFirst().split(",")))
        .filteredOn(driver -> !driver.equals(DriverMessage.ANY))
        .allSatisfy(driver -> assertThat(Drivers.isKnown(driver)).as("%s", driver).isTrue());
  }

  @Test
  void everyMessageNamesAFileAndAFunction() {
    assertThat(rows())
        .allSatisfy(row -> assertThat(row.get(3)).as(row.get(1)).containsPattern("\\.[ch], \\w+"));
  }

  @Test
  void noMessageOfADriverIsListedTwice() {
    assertThat(rows()).extracting(row -> row.getFirst() + " " + row.get(1)).doesNotHaveDuplicates();
  }
}
