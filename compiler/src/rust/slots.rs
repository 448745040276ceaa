//! Slots as a type: a tuple of up to eight, or a balanced tree of such tuples.

use super::template::fill;

/// Members of one tuple.
const WIDTH: usize = 8;

/// How many of `len` members each part of the outermost tuple holds; 1 where they all fit in it.
fn chunk(len: usize) -> usize {
    let mut chunk = 1;
    while len.div_ceil(chunk) > WIDTH {
        chunk *= WIDTH;
    }
    chunk
}

/// The members as a tree of tuples.
pub(super) fn tree(members: &[String]) -> String {
    let chunk = chunk(members.len());
    let parts: Vec<String> = if chunk == 1 {
        members.to_vec()
    } else {
        members.chunks(chunk).map(tree).collect()
    };
    match parts.as_slice() {
        [] => "()".to_owned(),
        [only] => format!("({only},)"),
        parts => format!("({})", parts.join(", ")),
    }
}

/// The position of member `index` of `len`, as a type.
pub(super) fn position(len: usize, index: usize) -> String {
    let chunk = chunk(len);
    if chunk == 1 {
        return fill("$codec::slot::I$at", &[("at", &index.to_string())]);
    }
    let part = index / chunk;
    let here = chunk.min(len - part * chunk);
    let inner = position(here, index % chunk);
    fill(
        "($codec::slot::I$at, $inner)",
        &[("at", &part.to_string()), ("inner", &inner)],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_are_balanced_and_positions_find_their_members() {
        let members = |n: usize| (0..n).map(|i| i.to_string()).collect::<Vec<_>>();
        assert_eq!(tree(&members(0)), "()");
        assert_eq!(tree(&members(1)), "(0,)");
        assert_eq!(tree(&members(9)), "((0, 1, 2, 3, 4, 5, 6, 7), (8,))");
        assert_eq!(tree(&members(65)).matches('(').count(), 1 + 2 + 8 + 1 - 1);
        assert_eq!(position(8, 7).replace("__codec::slot::", ""), "I7");
        assert_eq!(position(9, 8).replace("__codec::slot::", ""), "(I1, I0)");
        assert_eq!(position(65, 64).replace("__codec::slot::", ""), "(I1, I0)");
        assert_eq!(
            position(65, 63).replace("__codec::slot::", ""),
            "(I0, (I7, I7))"
        );
    }
}
