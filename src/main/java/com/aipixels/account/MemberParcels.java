package com.aipixels.account;

import com.aipixels.identity.MemberData;
import com.aipixels.identity.UserId;
import java.util.List;
import org.springframework.stereotype.Component;

/// Exports and imports as what is kept of members.
@Component
class MemberParcels implements MemberData {

  private final ParcelSweep sweep;
  private final MemberParcelTable table;

  MemberParcels(ParcelSweep sweep, MemberParcelTable table) {
    this.sweep = sweep;
    this.table = table;
  }

  @Override
  public boolean forget(UserId member) {
    return sweep.removeExports(member) || sweep.removeImports(member) || table.forget(member);
  }

  @Override
  public List<UserId> membersAfter(String id, int limit) {
    return table.membersAfter(id, limit);
  }
}
