//! What was read, as the types of the data ask for it.

use super::Gia;
use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, EnumAccess, IntoDeserializer, VariantAccess, Visitor};
use serde::forward_to_deserialize_any;
use std::borrow::Cow;

/// What some take for yes or no.
const CO_KHONG: [&str; 8] = ["true", "false", "yes", "no", "on", "off", "y", "n"];

impl<'a> Gia<'a> {
    fn is_null(&self) -> bool {
        matches!(self, Gia::Chu(words, false) if matches!(words.as_ref(), "" | "~" | "null"))
    }
}

fn wrong(what: &str) -> Error {
    serde::de::Error::custom(what)
}

macro_rules! number {
    ($($name:ident $visit:ident $kind:ty),*) => {
        $(fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            match self {
                Gia::Chu(words, false) => visitor.$visit(words.parse::<$kind>().map_err(|_| wrong("a number"))?),
                _ => Err(wrong("a number")),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for Gia<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_null() {
            return visitor.visit_unit();
        }
        match self {
            Gia::Chu(words, quoted) => match words.as_ref() {
                // Whether it is a word, a number or yes and no, the other parser decides.
                text if !quoted
                    && (text.parse::<f64>().is_ok() || CO_KHONG.contains(&text.to_lowercase().as_str())) =>
                {
                    Err(wrong("words or something else"))
                }
                _ => cow(words, visitor),
            },
            Gia::Day(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter())),
            Gia::Bang(entries) => visitor.visit_map(MapDeserializer::new(entries.into_iter())),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Gia::Chu(words, quoted) if quoted || !words.is_empty() => cow(words, visitor),
            _ => Err(wrong("words")),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Gia::Chu(words, false) if words == "true" => visitor.visit_bool(true),
            Gia::Chu(words, false) if words == "false" => visitor.visit_bool(false),
            _ => Err(wrong("true or false")),
        }
    }

    number! {
        deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16, deserialize_i32 visit_i32 i32, deserialize_i64 visit_i64 i64,
        deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32, deserialize_u64 visit_u64 u64,
        deserialize_f32 visit_f32 f32, deserialize_f64 visit_f64 f64
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Gia::Chu(..) => visitor.visit_enum(Loai(self)),
            _ => Err(wrong("one of some words")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
    }
}

fn cow<'de, V: Visitor<'de>>(words: Cow<'de, str>, visitor: V) -> Result<V::Value, Error> {
    match words {
        Cow::Borrowed(words) => visitor.visit_borrowed_str(words),
        Cow::Owned(words) => visitor.visit_string(words),
    }
}

impl<'de> IntoDeserializer<'de, Error> for Gia<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// A word that names one of several.
struct Loai<'a>(Gia<'a>);

impl<'de> EnumAccess<'de> for Loai<'de> {
    type Error = Error;
    type Variant = Tron;

    fn variant_seed<V: serde::de::DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Tron), Error> {
        Ok((seed.deserialize(self.0)?, Tron))
    }
}

/// Nothing more is said of it.
struct Tron;

impl<'de> VariantAccess<'de> for Tron {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: serde::de::DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Error> {
        Err(wrong("a word"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(wrong("a word"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Error> {
        Err(wrong("a word"))
    }
}
