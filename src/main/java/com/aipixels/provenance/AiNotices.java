package com.aipixels.provenance;

import com.aipixels.identity.UserId;
import org.springframework.stereotype.Component;

/// Whether a member was told, before their first picture, that AI may make it.
@Component
public class AiNotices {

  /// To be raised when what the notice says changes: then everybody reads it once more.
  private static final int VERSION = 1;

  private final AiNoticeTable table;

  AiNotices(AiNoticeTable table) {
    this.table = table;
  }

  public boolean isRead(UserId member) {
    return table.version(member) >= VERSION;
  }

  public void read(UserId member) {
    table.put(member, VERSION);
  }
}
