package com.aipixels.account;

import com.aipixels.storage.StorageFailed;
import com.aipixels.storage.StoredObject;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes exports one after the other. A killed process leaves nothing that could be downloaded; the
/// next one begins anew.
@Component
class Exporter {

  static final Duration LEASE = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(Exporter.class);

  private final ExportTable table;
  private final Parcels parcels;
  private final Packing packing;
  private final AccountSettings settings;

  Exporter(ExportTable table, Parcels parcels, Packing packing, AccountSettings settings) {
    this.table = table;
    this.parcels = parcels;
    this.packing = packing;
    this.settings = settings;
  }

  /// One export from its beginning to its end; false where none is wanted.
  boolean takeTurn() {
    Optional<ExportClaim> due = table.claim(LEASE);
    due.ifPresent(this::make);
    return due.isPresent();
  }

  private void make(ExportClaim claim) {
    try {
      parcels.put(claim.key(), out -> packing.pack(claim, out));
      long bytes = parcels.open(claim.key()).map(StoredObject::length).orElseThrow(LostTurn::new);
      table.ready(claim, bytes, settings.exportLifetime());
      log.info("export {} is ready: {} bytes", claim.id(), bytes);
    } catch (LostTurn e) {
      parcels.delete(claim.key());
      log.info("export {} is no longer ours", claim.id());
    } catch (StorageFailed e) {
      log.warn("export {} will be tried again: {}", claim.id(), e.getMessage(), e.getCause());
      table.putOff(claim);
    } catch (RuntimeException e) {
      // The message may name the member.
      log.warn("export {} will be tried again: {}", claim.id(), e.getClass().getSimpleName());
      table.putOff(claim);
    }
  }
}
