package com.aipixels.account;

import com.aipixels.storage.StoredObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Takes exports in one after the other. What was done of one is written down line by line, so that
/// whoever goes on after a kill does nothing twice.
@Component
class Importer {

  private static final Logger log = LoggerFactory.getLogger(Importer.class);
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final ImportTable table;
  private final Parcels parcels;
  private final Unpacking unpacking;
  private final JsonMapper json;

  Importer(ImportTable table, Parcels parcels, Unpacking unpacking, JsonMapper json) {
    this.table = table;
    this.parcels = parcels;
    this.unpacking = unpacking;
    this.json = json;
  }

  /// One import from where it stands to its end; false where none is wanted.
  boolean takeTurn() {
    Optional<ImportClaim> due = table.claim(LEASE);
    due.ifPresent(this::takeIn);
    return due.isPresent();
  }

  private void takeIn(ImportClaim claim) {
    try {
      unpack(claim);
      table.end(claim);
      parcels.delete(claim.key());
      log.info("import {} ended", claim.id());
    } catch (LostTurn e) {
      log.info("import {} is no longer ours", claim.id());
    } catch (IOException | RuntimeException e) {
      // The message may name the member.
      log.warn("import {} will be tried again: {}", claim.id(), e.getClass().getSimpleName());
      table.putOff(claim);
    }
  }

  /// A file that cannot be read to its end is as good as it was until there.
  private void unpack(ImportClaim claim) throws IOException {
    StoredObject file = parcels.open(claim.key()).orElseThrow(LostTurn::new);
    try (ExportFile export = ExportFile.open(file.path(), json)) {
      UUID origin = export.origin();
      try (ExportFile.Lines lines = export.pictures()) {
        int number = 0;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
          number++;
          if (number > claim.done()) {
            table.record(claim, unpacking.take(claim, origin, export, number, line.get()), LEASE);
          }
        }
      }
    } catch (BadExport e) {
      refuse(claim, e.why());
    } catch (ZipException e) {
      refuse(claim, "The zip is damaged.");
    }
  }

  private void refuse(ImportClaim claim, String why) {
    table.record(claim, new LineResult.Refused(0, why), LEASE);
  }
}
