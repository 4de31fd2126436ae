package com.aipixels.web;

import com.aipixels.community.Person;
import com.aipixels.community.Profile;
import com.aipixels.paging.Slice;
import org.jspecify.annotations.Nullable;

/// Who follows a member, or whom they follow.
///
/// @param list `followers` or `following`, as in the address
public record PeopleModel(Chrome chrome, Profile profile, String list, Slice<Person> people)
    implements PageModel {

  @Override
  public String template() {
    return "people.jte";
  }

  public String address() {
    return "/users/" + profile.card().userId();
  }

  public @Nullable String next() {
    String cursor = people.nextCursor();
    return cursor == null
        ? null
        : new Link(address() + "/" + list).and("cursor", cursor).toString();
  }
}
