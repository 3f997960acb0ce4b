import type { differences, Source } from "./differences.ts";
import type { Absent, Models } from "./models.ts";

// A difference that is not listed, or a listed one that is gone, is named in the type error of one of these four.
export type UnlistedInV1 = None<Exclude<Found<"v1.0 types">, Listed<"v1.0 types">>>;
export type UnlistedInBeta = None<Exclude<Found<"beta types">, Listed<"beta types">>>;
export type GoneFromV1 = None<Unmatched<Listed<"v1.0 types">, Found<"v1.0 types">>>;
export type GoneFromBeta = None<Unmatched<Listed<"beta types">, Found<"beta types">>>;

type None<Differences extends never> = Differences;

/** The listed differences in the words in which they are found: `User.mail: only there`. */
type Listed<From extends TypeSource> = (typeof differences)[number] extends infer Row
  ? Row extends { name: infer Name extends string; kind: infer Kind extends string; than: readonly (infer Than)[] }
    ? From extends Than
      ? `${Pattern<Name>}: ${Kind}`
      : never
    : never
  : never;

type Pattern<Name extends string> = Name extends `${infer Type}.*` ? `${Type}.${string}` : Name;

type Unmatched<Entry, Differences> = Entry extends unknown
  ? [Extract<Differences, Entry>] extends [never]
    ? Entry
    : never
  : never;

type TypeSource = Extract<Source, `${string} types`>;

type Found<From extends TypeSource> = {
  [Name in keyof Models]: InType<Name, Models[Name][0], Models[Name][From extends "v1.0 types" ? 1 : 2]>;
}[keyof Models];

type InType<Name extends string, Here, There> = [There] extends [Absent]
  ? `${Name}: only here`
  : [There] extends [string]
    ? InMembers<Name, Known<Here>, Known<There>>
    : InMembers<Name, Named<Here>, Named<There>> | InProperties<Name, Here, There>;

type InMembers<Name extends string, Here extends string, There extends string> =
  `${Name}.${Exclude<Here, There>}: only here` | `${Name}.${Exclude<There, Here>}: only there`;

type InProperties<Name extends string, Here, There> = {
  [Member in Named<Here> & Named<There>]: SameType<
    Closed<Here[Member & keyof Here]>,
    Closed<There[Member & keyof There]>
  > extends true
    ? never
    : `${Name}.${Member}: another type`;
}[Named<Here> & Named<There>];

/** What the service may send fits the model, and the model is no wider than text, number, list or object by object. */
type SameType<Here, There> = [There] extends [Here] ? ([Sort<Here>] extends [Sort<There>] ? true : false) : false;

type Sort<Value> = [Value] extends [readonly (infer Item)[]]
  ? ["list", Sort<Item>]
  : [Value] extends [string]
    ? [Known<Value>] extends [never]
      ? "text"
      : "enum"
    : [Value] extends [number]
      ? "number"
      : [Value] extends [boolean]
        ? "boolean"
        : "object";

/** Nulls, openness and annotations taken away, all the way down, so that the two styles of type can be compared. */
// Not NonNullable: it makes plain text of an open enum.
type Closed<Value> = CloseKnown<Exclude<Value, null | undefined>>;

type CloseKnown<Value> = [Value] extends [string]
  ? [Known<Value>] extends [never]
    ? string
    : Known<Value>
  : [Value] extends [number | boolean]
    ? Value
    : [Value] extends [readonly (infer Item)[]]
      ? readonly Closed<Item>[]
      : { readonly [Member in Named<Value>]?: Closed<Value[Member & keyof Value]> };

/** The literals of an enum, open or not; none of plain text. */
type Known<Text> = Text extends string ? (string extends Text ? never : Text) : never;

/** The names of a type's members; index signatures and OData annotations aside, which no metadata declares. */
type Named<Type> = keyof {
  [
    Member in keyof Type as string extends Member
      ? never
      : number extends Member
        ? never
        : Member extends `${string}@odata.${string}`
          ? never
          : Member
  ]: true;
} &
  string;
