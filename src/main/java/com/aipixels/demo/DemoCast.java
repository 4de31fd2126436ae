package com.aipixels.demo;

import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.localclerk.LocalPeople;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The members of the demo by their names.
record DemoCast(Map<String, Viewer> members) {

  static DemoCast of(List<String> names, LocalPeople people) {
    Map<String, Viewer> members = new LinkedHashMap<>();
    names.forEach(name -> members.put(name, new Viewer.Member(new UserId(people.join(name)))));
    return new DemoCast(members);
  }

  Viewer the(String name) {
    return Objects.requireNonNull(members.get(name), name);
  }

  Collection<Viewer> everybody() {
    return members.values();
  }
}
