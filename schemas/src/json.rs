//! The schemas' messages as serde writes them: what Stillwire is measured against as JSON.
//!
//! The same data in the same shape, and the most favourable to JSON: fields at their default are left out, as protobuf's
//! own JSON form does.

/// Declares structs whose fields are left out at their default.
macro_rules! messages {
    ($($name:ident { $($field:ident: $ty:ty),* $(,)? })*) => {$(
        #[doc = concat!("The message `", stringify!($name), "`.")]
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct $name {$(
            #[doc = concat!("The field `", stringify!($field), "`.")]
            #[serde(skip_serializing_if = "crate::json::is_default")]
            pub $field: $ty,
        )*}
    )*};
}
pub(crate) use messages;

/// Whether a field may be left out.
#[inline]
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
