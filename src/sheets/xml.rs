//! Markup → tokens, over a window that moves through the file: no tree, and no file in memory. XML, and HTML as programs write it.

use super::Refused;

/// A token longer than this is no cell and no tag.
const LONGEST_TOKEN: usize = 1 << 20;

/// Where the bytes come from.
pub(super) trait Feed {
    /// Appends more bytes; `false` when there are no more.
    fn more(&mut self, into: &mut Vec<u8>) -> Result<bool, Refused>;
}

/// All of the bytes at once.
#[derive(Debug)]
pub(super) struct Whole;

impl Feed for Whole {
    fn more(&mut self, _: &mut Vec<u8>) -> Result<bool, Refused> {
        Ok(false)
    }
}

/// A piece of markup. Texts and values of attributes are as they stand, with their entities.
#[derive(Debug, Clone, Copy)]
pub(super) enum Token<'a> {
    /// A tag that opens an element, or is all of it.
    Start(Tag<'a>),
    /// The name in a tag that closes an element.
    End(&'a [u8]),
    /// Text between tags.
    Text(&'a [u8]),
    /// Text that holds no entities.
    Verbatim(&'a [u8]),
}

/// A tag that opens an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'a> {
    /// With its prefix.
    pub name: &'a [u8],
    attributes: &'a [u8],
    /// Whether it is all of the element.
    pub empty: bool,
}

/// Reads token after token.
#[derive(Debug)]
pub(super) struct Markup<F> {
    feed: F,
    window: Vec<u8>,
    at: usize,
    /// Bytes that the window has left behind.
    left: usize,
    ended: bool,
    lax: bool,
}

/// Kinds of tokens, with what opens and closes them.
#[derive(Clone, Copy)]
enum Found {
    Tag,
    Text,
    Verbatim,
    Skipped,
}

impl<F: Feed> Markup<F> {
    /// XML, which must be whole.
    pub(super) fn xml(feed: F) -> Self {
        Self { feed, window: Vec::new(), at: 0, left: 0, ended: false, lax: false }
    }

    /// How many bytes of markup have been read.
    #[inline]
    pub(super) fn passed(&self) -> usize {
        self.left + self.at
    }

    /// Where the bytes come from.
    pub(super) const fn feed(&self) -> &F {
        &self.feed
    }

    /// What is in the window and has not been read: some of what comes next, or nothing.
    #[inline]
    pub(super) fn ahead(&self) -> &[u8] {
        self.window.get(self.at..).unwrap_or_default()
    }

    /// Passes over so many bytes of what is ahead.
    #[inline]
    pub(super) fn pass(&mut self, bytes: usize) {
        self.at = (self.at + bytes).min(self.window.len());
    }

    /// The next token; `None` at the end.
    #[inline]
    pub(super) fn next(&mut self) -> Result<Option<Token<'_>>, Refused> {
        loop {
            let (found, start, end, after) = loop {
                if let Some(found) = self.find()? {
                    break found;
                }
                if self.ended {
                    return Ok(None);
                }
                self.refill()?;
            };
            self.at = after;
            match found {
                Found::Skipped => {}
                Found::Tag => return Ok(Some(tag(&self.window[start..end]))),
                Found::Text => return Ok(Some(Token::Text(&self.window[start..end]))),
                Found::Verbatim => return Ok(Some(Token::Verbatim(&self.window[start..end]))),
            }
        }
    }

    /// The next token in the window: what it is, its first and last byte, and where the next begins. `None` where more is needed.
    #[inline]
    fn find(&self) -> Result<Option<(Found, usize, usize, usize)>, Refused> {
        let at = self.at;
        let rest = &self.window[at..];
        match rest {
            [] => return Ok(None),
            [b'<', b'!' | b'?', ..] => return self.special(),
            [b'<', ..] => {
                if let Some(length) = tag_end(rest) {
                    return Ok(Some((Found::Tag, at + 1, at + length, at + length + 1)));
                }
            }
            _ => match rest.iter().position(|&byte| byte == b'<') {
                Some(length) => return Ok(Some((Found::Text, at, at + length, at + length))),
                None if self.ended => return Ok(Some((Found::Text, at, self.window.len(), self.window.len()))),
                None => return Ok(None),
            },
        }
        self.unfinished(Found::Text)
    }

    /// Declarations, comments, and text that holds no markup.
    fn special(&self) -> Result<Option<(Found, usize, usize, usize)>, Refused> {
        let at = self.at;
        let rest = &self.window[at..];
        if rest.len() < 9 && !self.ended {
            return Ok(None);
        }
        let (found, open, close): (_, usize, &[u8]) = if rest.starts_with(b"<![CDATA[") {
            (Found::Verbatim, 9, b"]]>")
        } else if rest.starts_with(b"<!--") {
            (Found::Skipped, 4, b"-->")
        } else if rest.starts_with(b"<?") && !self.lax {
            (Found::Skipped, 2, b"?>")
        } else {
            (Found::Skipped, 2, b">")
        };
        let inner = rest.get(open..).unwrap_or_default();
        let Some(length) = inner.windows(close.len()).position(|window| window == close) else {
            return self.unfinished(Found::Skipped);
        };
        // Entities of one's own could stand for more than any file holds; no workbook has them.
        if !self.lax && rest.starts_with(b"<!") && close == b">" && inner[..length].contains(&b'[') {
            return Err(Refused::Broken);
        }
        Ok(Some((found, at + open, at + open + length, at + open + length + close.len())))
    }

    /// What the window ends in: more may come; else XML is broken off, and HTML ends here.
    fn unfinished(&self, found: Found) -> Result<Option<(Found, usize, usize, usize)>, Refused> {
        let end = self.window.len();
        match (self.ended, self.lax) {
            (false, _) => Ok(None),
            (true, true) => Ok(Some((found, self.at, end, end))),
            (true, false) => Err(Refused::Broken),
        }
    }

    #[cold]
    fn refill(&mut self) -> Result<(), Refused> {
        self.window.drain(..self.at);
        self.left += self.at;
        self.at = 0;
        if self.window.len() > LONGEST_TOKEN {
            return Err(Refused::TooLarge);
        }
        self.ended = !self.feed.more(&mut self.window)?;
        Ok(())
    }
}

impl Markup<Whole> {
    /// The share that has been read, 0–1.
    #[allow(clippy::cast_precision_loss)] // shown as a bar
    pub(super) fn share(&self) -> f64 {
        self.at as f64 / self.window.len().max(1) as f64
    }

    /// XML that is here already.
    pub(super) fn of_text(text: Vec<u8>) -> Self {
        Self { feed: Whole, window: text, at: 0, left: 0, ended: true, lax: false }
    }

    /// HTML, which may be broken off, and whose tags need not match.
    pub(super) fn html(text: Vec<u8>) -> Self {
        Self { lax: true, ..Self::of_text(text) }
    }
}

/// Where a tag ends: at the first `>` outside quotation marks.
#[inline]
fn tag_end(tag: &[u8]) -> Option<usize> {
    let mut quote = 0;
    for (at, &byte) in tag.iter().enumerate() {
        if quote != 0 {
            if byte == quote {
                quote = 0;
            }
        } else if byte == b'>' {
            return Some(at);
        } else if byte == b'"' || byte == b'\'' {
            quote = byte;
        }
    }
    None
}

#[inline]
fn tag(inner: &[u8]) -> Token<'_> {
    if let [b'/', name @ ..] = inner {
        return Token::End(name.trim_ascii_end());
    }
    let (inner, empty) = match inner {
        [inner @ .., b'/'] => (inner, true),
        _ => (inner, false),
    };
    let length = inner.iter().position(u8::is_ascii_whitespace).unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(length);
    Token::Start(Tag { name, attributes, empty })
}

/// A name without its prefix.
#[inline]
pub(super) fn local(name: &[u8]) -> &[u8] {
    match name {
        [_] | [_, _] => name, // nearly every tag of a sheet
        _ => name.iter().position(|&byte| byte == b':').map_or(name, |at| &name[at + 1..]),
    }
}

impl<'a> Tag<'a> {
    /// Names and values. A value may stand without quotation marks, and be missing, as in HTML.
    #[inline]
    pub(super) fn attributes(self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            // nearly every attribute of a cell
            if let [b' ', name, b'=', b'"', value @ ..] = rest
                && name.is_ascii_alphabetic()
                && let Some(end) = value.iter().position(|&byte| byte == b'"')
            {
                let name = &rest[1..2];
                rest = &value[end + 1..];
                return Some((name, &value[..end]));
            }
            rest = rest.trim_ascii_start();
            let ends = |byte: &u8| *byte == b'=' || byte.is_ascii_whitespace();
            let (name, behind) = rest.split_at(rest.iter().position(ends).unwrap_or(rest.len()));
            if name.is_empty() && behind.is_empty() {
                return None;
            }
            let Some(value) = behind.trim_ascii_start().strip_prefix(b"=") else {
                rest = behind;
                return Some((name, &[][..]));
            };
            let (value, behind) = value_of(value.trim_ascii_start());
            rest = behind;
            Some((name, value))
        })
    }

    /// The value of an attribute, by its whole name.
    pub(super) fn get(self, name: &[u8]) -> Option<&'a [u8]> {
        self.attributes().find(|(found, _)| *found == name).map(|(_, value)| value)
    }

    /// The same as text, its entities resolved.
    pub(super) fn text(self, name: &[u8]) -> Option<String> {
        self.get(name).map(plain)
    }
}

fn value_of(text: &[u8]) -> (&[u8], &[u8]) {
    match text {
        [quote @ (b'"' | b'\''), rest @ ..] => match rest.iter().position(|byte| byte == quote) {
            Some(end) => (&rest[..end], &rest[end + 1..]),
            None => (rest, &[]),
        },
        _ => text.split_at(text.iter().position(u8::is_ascii_whitespace).unwrap_or(text.len())),
    }
}

/// Text with its entities resolved.
pub(super) fn plain(text: &[u8]) -> String {
    let mut out = Vec::with_capacity(text.len());
    resolve(text, &mut out);
    super::text::utf8(out)
}

/// Appends text, its entities resolved. An entity that is not known stays as it stands.
#[inline]
pub(super) fn resolve(text: &[u8], out: &mut Vec<u8>) {
    let mut rest = text;
    while let Some(at) = rest.iter().position(|&byte| byte == b'&') {
        out.extend_from_slice(&rest[..at]);
        rest = &rest[at..];
        let end = rest.iter().take(12).position(|&byte| byte == b';');
        let char = end.and_then(|end| entity(&rest[1..end]));
        if let (Some(end), Some(char)) = (end, char) {
            out.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes());
            rest = &rest[end + 1..];
        } else {
            out.push(b'&');
            rest = &rest[1..];
        }
    }
    out.extend_from_slice(rest);
}

/// Named characters: those of XML, and those of HTML that tables in Northern Europe hold.
#[rustfmt::skip]
const NAMED: &[(&str, char)] = &[
    ("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", '\u{a0}'),
    ("aring", 'å'), ("auml", 'ä'), ("ouml", 'ö'), ("Aring", 'Å'), ("Auml", 'Ä'), ("Ouml", 'Ö'), ("aelig", 'æ'), ("AElig", 'Æ'),
    ("oslash", 'ø'), ("Oslash", 'Ø'), ("uuml", 'ü'), ("Uuml", 'Ü'), ("eacute", 'é'), ("Eacute", 'É'), ("szlig", 'ß'),
    ("ndash", '–'), ("mdash", '—'), ("minus", '−'), ("hellip", '…'), ("euro", '€'), ("sect", '§'), ("frac12", '½'), ("frac14", '¼'),
    ("frac34", '¾'), ("thinsp", '\u{2009}'), ("ensp", '\u{2002}'), ("emsp", '\u{2003}'), ("shy", '\u{ad}'), ("laquo", '«'), ("raquo", '»'),
];

fn entity(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|&(_, char)| char);
    };
    let number = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => number.parse(),
    };
    number.ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// Bytes that come three at a time.
    struct Drops<'a>(&'a [u8]);

    impl Feed for Drops<'_> {
        fn more(&mut self, into: &mut Vec<u8>) -> Result<bool, Refused> {
            let (now, later) = self.0.split_at(self.0.len().min(3));
            into.extend_from_slice(now);
            self.0 = later;
            Ok(!now.is_empty())
        }
    }

    fn tokens<F: Feed>(mut markup: Markup<F>) -> Result<String, Refused> {
        let mut all = String::new();
        while let Some(token) = markup.next()? {
            match token {
                Token::Start(tag) => {
                    let _ = write!(all, "<{}", plain(local(tag.name)));
                    for (name, value) in tag.attributes() {
                        let _ = write!(all, " {}=[{}]", plain(name), plain(value));
                    }
                    all += if tag.empty { "/>" } else { ">" };
                }
                Token::End(name) => _ = write!(all, "</{}>", plain(local(name))),
                Token::Text(text) => all += &plain(text),
                Token::Verbatim(text) => all += std::str::from_utf8(text).unwrap(),
            }
        }
        Ok(all)
    }

    #[test]
    fn markup_becomes_tokens_however_the_bytes_come() {
        for (text, expected) in [
            ("<?xml version='1.0'?><a><b/>x</a>", Ok("<a><b/>x</a>")),
            ("<x:row r=\"1\" s='a>b' />", Ok("<row r=[1] s=[a>b]/>")),
            ("<a>1 &lt; 2 &amp; 3&#229;&#xE4;&unknown;&</a>", Ok("<a>1 < 2 & 3åä&unknown;&</a>")),
            ("<a><![CDATA[1 < 2 &amp;]]><!-- <b> --></a >", Ok("<a>1 < 2 &amp;</a>")),
            ("<!DOCTYPE paxml SYSTEM \"x\"><a/>", Ok("<a/>")),
            ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", Err(Refused::Broken)),
            ("<a><b", Err(Refused::Broken)),
            ("<a><!-- ", Err(Refused::Broken)),
            ("", Ok("")),
        ] {
            assert_eq!(tokens(Markup::xml(Drops(text.as_bytes()))).as_deref(), expected.as_ref().copied(), "{text}");
            assert_eq!(tokens(Markup::of_text(text.into())).as_deref(), expected.as_ref().copied(), "{text}");
        }
    }

    #[test]
    fn html_may_be_as_it_likes() {
        for (text, expected) in [
            ("<TD nowrap width=10 ALIGN=left>x<br>y", "<TD nowrap=[] width=[10] ALIGN=[left]>x<br>y"),
            ("<![if !x]><p>&nbsp;&aring;<![endif]>", "<p>\u{a0}å"),
            ("<td title='", "<td title='"),
        ] {
            assert_eq!(tokens(Markup::html(text.into())).as_deref(), Ok(expected), "{text}");
        }
    }
}
