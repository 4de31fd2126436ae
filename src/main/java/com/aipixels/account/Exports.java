package com.aipixels.account;

import com.aipixels.identity.UserId;
import com.aipixels.problems.Problem;
import com.aipixels.problems.ProblemCode;
import com.aipixels.storage.StoredObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Everything of a member to take along: made in the background, there for some days, for nobody
/// else.
@Component
public class Exports {

  private final ExportTable table;
  private final Parcels parcels;
  private final AccountSettings settings;

  Exports(ExportTable table, Parcels parcels, AccountSettings settings) {
    this.table = table;
    this.parcels = parcels;
    this.settings = settings;
  }

  /// How long an export can be downloaded.
  public Duration lifetime() {
    return settings.exportLifetime();
  }

  /// Begins an export, or finds the one that is being made.
  @Transactional
  public Export ask(UserId member) {
    table.ask(member);
    return table.of(member).getFirst();
  }

  /// The newest first.
  public List<Export> of(UserId member) {
    return table.of(member);
  }

  /// @throws Problem `not_found`, or `not_ready`
  StoredObject file(UserId member, UUID id) {
    ExportTable.Found found = table.find(member, id).orElseThrow(Problem::notFound);
    if (found.export().status() == ExportStatus.RUNNING) {
      throw new Problem(ProblemCode.NOT_READY, "The export is still being made.");
    }
    return parcels.open(found.key()).orElseThrow(Problem::notFound);
  }
}
