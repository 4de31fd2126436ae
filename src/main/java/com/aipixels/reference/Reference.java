package com.aipixels.reference;

import java.util.List;

/// What the page at `/api` shows.
public record Reference(String title, String about, List<Section> sections) {

  /// The operations of one room.
  public record Section(String name, String purpose, List<Call> calls) {}

  /// One operation; `caller` says in words who may call it.
  public record Call(
      String method,
      String path,
      String summary,
      String caller,
      List<Field> parameters,
      List<Field> body,
      List<Answer> answers) {}

  /// One parameter or field and what may stand in it.
  public record Field(String name, String type, boolean required) {}

  /// One status and the fields that come with it.
  public record Answer(String status, String description, List<Field> fields) {}
}
